// Each term with its group's scales: exponents added, significands multiplied. Terms are groups'
// sums, or, where those are not made (Reduced 0), products with their microexponents.
// Twin of models/block_dot/block_dot_scale.h.
//
//   in    Reduced     | sign | magnitude | flags | scales |
//         otherwise   | sign | exponent | significand | flags | lifts | scales |
//   scales            | exponent | factor | nan |        of all groups, what there is of them
//   out               | sign | exponent | magnitude | flags |
module block_dot_scale #(
  parameter int unsigned Enable            = 1,  // else data_o = data_i
  parameter int unsigned Reduced           = 1,
  parameter int unsigned Terms             = 1,
  parameter int unsigned Groups            = 1,
  parameter int unsigned TermExponentBits  = 0,
  parameter int unsigned TermBits          = 20, // of a magnitude that comes
  parameter int unsigned FlagBits          = 1,
  parameter int unsigned Lifts             = 0,
  parameter int unsigned LiftBits          = 0,
  parameter int unsigned ScaleExponentBits = 9,
  parameter int unsigned FactorBits        = 0,
  parameter int unsigned NanBits           = 1,
  parameter int unsigned ExponentBits      = 9,
  parameter int unsigned Multiplier        = 0,
  parameter int unsigned Adder             = 0,
  parameter int unsigned InBits            = 32,
  parameter int unsigned OutBits           = 31
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    assign data_o = data_i[OutBits-1:0];
  end else begin : gen_scale
    localparam int unsigned FactorPlace    = Groups * NanBits;
    localparam int unsigned ExponentPlace  = FactorPlace + Groups * FactorBits;
    localparam int unsigned ScalesBits     = ExponentPlace + Groups * ScaleExponentBits;
    localparam int unsigned FlagsPlace     = ScalesBits + ((Reduced != 0) ? 0 : Lifts * LiftBits);
    localparam int unsigned MagnitudePlace = FlagsPlace + Terms * FlagBits;
    localparam int unsigned TermExponents  = MagnitudePlace + Terms * TermBits;
    localparam int unsigned SignPlace      = TermExponents + Terms * TermExponentBits;
    localparam int unsigned MagnitudeBits  = TermBits + FactorBits;
    localparam int unsigned OutMagnitude   = Terms * FlagBits;
    localparam int unsigned OutExponent    = OutMagnitude + Terms * MagnitudeBits;
    localparam int unsigned OutSign        = OutExponent + Terms * ExponentBits;

    for (genvar t = 0; t < Terms; t++) begin : gen_term
      localparam int unsigned Group = t * Groups / Terms;

      logic                     nan, zero;
      logic [MagnitudeBits-1:0] magnitude;

      assign data_o[OutSign + t] = data_i[SignPlace + t];

      // exponent
      if (ExponentBits > 0) begin : gen_exponent
        logic [ExponentBits-1:0] scale, term, lift;
        if (ScaleExponentBits > 0) begin : gen_scale_exponent
          assign scale = ExponentBits'(
              data_i[ExponentPlace + Group*ScaleExponentBits +: ScaleExponentBits]);
        end else begin : gen_no_scale_exponent
          assign scale = '0;
        end
        if (TermExponentBits > 0) begin : gen_term_exponent
          assign term = ExponentBits'(
              data_i[TermExponents + t*TermExponentBits +: TermExponentBits]);
        end else begin : gen_no_term_exponent
          assign term = '0;
        end
        if (Reduced == 0 && Lifts > 0) begin : gen_lift
          assign lift = ExponentBits'(
              data_i[ScalesBits + (t*Lifts/Terms)*LiftBits +: LiftBits]);
        end else begin : gen_no_lift
          assign lift = '0;
        end
        assign data_o[OutExponent + t*ExponentBits +: ExponentBits] = scale + term + lift;
      end

      // magnitude
      if (NanBits > 0) begin : gen_nan
        assign nan = data_i[Group];
      end else begin : gen_no_nan
        assign nan = 1'b0;
      end
      if (FactorBits > 0) begin : gen_factor
        multiplier #(
          .AWidth(TermBits), .BWidth(FactorBits), .Architecture(Multiplier), .Adder(Adder)
        ) u_multiplier (
          .a_i(data_i[MagnitudePlace + t*TermBits +: TermBits]),
          .b_i(data_i[FactorPlace + Group*FactorBits +: FactorBits]), .product_o(magnitude)
        );
        assign zero = data_i[FactorPlace + Group*FactorBits +: FactorBits] == '0;
      end else begin : gen_no_factor
        assign magnitude = data_i[MagnitudePlace + t*TermBits +: TermBits];
        assign zero      = 1'b0;
      end
      assign data_o[OutMagnitude + t*MagnitudeBits +: MagnitudeBits] =
          magnitude & {MagnitudeBits{!nan}};

      // An infinity that a scale of zero meets is no number.
      if (FlagBits > 0) begin : gen_flags
        logic [FlagBits-1:0] flags;
        logic                unknown;
        assign flags   = data_i[FlagsPlace + t*FlagBits +: FlagBits];
        assign unknown = nan || (zero && flags != '0);
        assign data_o[t*FlagBits +: FlagBits] = unknown ? FlagBits'(1) : flags;
      end else begin : gen_no_flags
        logic unused_zero;
        assign unused_zero = zero;
      end
    end
  end

endmodule
