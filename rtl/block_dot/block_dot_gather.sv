// Adds up all scaled terms, exactly: shifts them to their places in one fixed-point word, and sums.
// Twin of models/block_dot/block_dot_gather.h.
//
//   in    | sign | exponent | magnitude | flags |       of all terms
//   out   | sign | magnitude | flags |                  or, of several into a fixed-point word,
//         | sum | flags |
module block_dot_gather #(
  parameter int unsigned Enable         = 1,   // else data_o = data_i
  parameter int unsigned Terms          = 2,
  parameter int unsigned ExponentBits   = 4,
  parameter int unsigned TermBits       = 12,
  parameter int unsigned FlagBits       = 0,
  parameter int unsigned LeastExponent  = 0,   // of an unshifted term
  parameter int unsigned ZeroIsNegative = 0,
  parameter int unsigned IsSigned       = 0,
  parameter int unsigned MagnitudeBits  = 30,
  parameter int unsigned Adder          = 0,
  parameter int unsigned InBits         = 34,
  parameter int unsigned OutBits        = 31
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    assign data_o = data_i[OutBits-1:0];
  end else begin : gen_gather
    localparam int unsigned MagnitudePlace = Terms * FlagBits;
    localparam int unsigned ExponentPlace  = MagnitudePlace + Terms * TermBits;
    localparam int unsigned SignPlace      = ExponentPlace + Terms * ExponentBits;
    localparam int unsigned SumBits        = MagnitudeBits + ((IsSigned != 0) ? 0 : 1);
    // As kulisch_mac_align: a shift by the whole exponent leaves zeros below.
    localparam int unsigned ShiftedBits    = SumBits - 1 + LeastExponent;

    logic [Terms-1:0]         sign;
    logic [Terms*SumBits-1:0] placed;

    assign sign = data_i[SignPlace +: Terms];

    for (genvar t = 0; t < Terms; t++) begin : gen_term
      /* verilator lint_off UNUSEDSIGNAL */  // the zeros, and top bits that no sum reaches
      logic [ShiftedBits-1:0] shifted;
      /* verilator lint_on UNUSEDSIGNAL */
      logic [TermBits-1:0]    magnitude;
      assign magnitude = data_i[MagnitudePlace + t*TermBits +: TermBits];
      if (ExponentBits > 0) begin : gen_shift
        if (TermBits >= ShiftedBits) begin : gen_narrow
          assign shifted = magnitude[ShiftedBits-1:0]
                           << data_i[ExponentPlace + t*ExponentBits +: ExponentBits];
        end else begin : gen_wide
          assign shifted = ShiftedBits'(magnitude)
                           << data_i[ExponentPlace + t*ExponentBits +: ExponentBits];
        end
      end else begin : gen_in_place
        assign shifted = ShiftedBits'(magnitude);
      end
      assign placed[t*SumBits +: SumBits] = {1'b0, shifted[ShiftedBits-1:LeastExponent]};
    end

    if (Terms == 1) begin : gen_one
      assign data_o[FlagBits +: MagnitudeBits]    = placed[MagnitudeBits-1:0];
      assign data_o[FlagBits + MagnitudeBits]     = sign[0];

      logic unused_top;
      assign unused_top = placed[SumBits-1];
    end else begin : gen_several
      logic [SumBits-1:0] sum;
      signed_sum #(
        .Terms(Terms), .Width(SumBits), .Adder(Adder), .SumBits(SumBits)
      ) u_sum (.negate_i(sign), .terms_i(placed), .sum_o(sum));

      if (IsSigned != 0) begin : gen_signed
        assign data_o[FlagBits +: MagnitudeBits] = sum + SumBits'(sign[Terms-1]);
      end else begin : gen_magnitude
        logic                     negative;
        logic [MagnitudeBits-1:0] magnitude;
        signed_magnitude #(.Width(SumBits), .Adder(Adder)) u_magnitude (
          .data_i(sum), .increment_i(sign[Terms-1]), .sign_o(negative),
          .magnitude_o(magnitude)
        );
        assign data_o[FlagBits +: MagnitudeBits] = magnitude;
        assign data_o[FlagBits + MagnitudeBits] =
            (magnitude == '0) ? ((ZeroIsNegative != 0) ? |sign : &sign) : negative;
      end
    end

    for (genvar f = 0; f < FlagBits; f++) begin : gen_flag
      logic [Terms-1:0] flags;
      for (genvar t = 0; t < Terms; t++) begin : gen_of_term
        assign flags[t] = data_i[t*FlagBits + f];
      end
      assign data_o[f] = |flags;
    end
  end

endmodule
