// Shifts all terms, and the accumulator if it joins in, to the greatest exponent among them: into
// one window. The least normal exponent of the result counts too, so that what stands below it
// keeps its place. A term alone with the accumulator is sorted: the greater exponent comes first,
// and the other alone is shifted. Twin of models/block_dot/block_dot_align.h.
//
//   term          | integer bits | fraction |           units at its own exponent
//   accumulator           | 1 | fraction |
//   window        | 0 ... | integer bits | fraction | *     units at the greatest exponent;
//                                                           * Sticky: the OR of what is beyond
//
//   in    | sign | exponent | magnitude | flags |         of all terms
//   out   | exponent | sign | magnitude | nan infinity infinity_sign |      the accumulator on
//         top; sorted: the greater exponent lowest
module block_dot_align #(
  parameter  int unsigned Enable           = 1,   // else data_o = data_i
  parameter  int unsigned Terms            = 1,
  parameter  int unsigned Joined           = 1,
  parameter  int unsigned Leveled          = 1,   // the term is: 0 where it is zero
  parameter  int unsigned Sticky           = 1,
  parameter  int unsigned TermExponentBits = 5,
  parameter  int unsigned MagnitudeBits    = 8,
  parameter  int unsigned TermFractionBits = 6,
  parameter  int unsigned FlagBits         = 0,
  parameter  int unsigned Offset           = 0,   // two's complement: to the result's exponents
  parameter  int unsigned IntegerBits      = 2,
  parameter  int unsigned FractionBits     = 30,
  parameter  int unsigned ExponentBits     = 8,
  parameter  int unsigned CExponentBits    = 8,
  parameter  int unsigned CFractionBits    = 23,
  parameter  int unsigned CSpecials        = 0,
  parameter  int unsigned InBits           = 14,
  parameter  int unsigned OutBits          = 80,
  localparam int unsigned CBits            = 1 + CExponentBits + CFractionBits
) (
  input  logic [InBits-1:0]  data_i,
  input  logic [CBits-1:0]   addend_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    logic unused_addend;
    assign unused_addend = ^addend_i;
    assign data_o        = data_i[OutBits-1:0];
  end else begin : gen_align
    localparam int unsigned Parts          = Terms + Joined;
    localparam int unsigned PartBits       = IntegerBits + FractionBits + Sticky;
    localparam int unsigned MagnitudePlace = Terms * FlagBits;
    localparam int unsigned ExponentPlace  = MagnitudePlace + Terms * MagnitudeBits;
    localparam int unsigned SignPlace      = ExponentPlace + Terms * TermExponentBits;
    localparam int unsigned OutSign        = 3 + Parts * PartBits;
    localparam int unsigned OutExponent    = OutSign + Parts;
    // Signed, of a term as biased in the result, and of differences.
    localparam int unsigned TermBits       = block_dot_pkg::port(TermExponentBits);
    localparam int unsigned WideBits       = format_pkg::maximum(
        format_pkg::maximum(TermBits, ExponentBits) + 1, format_pkg::signed_bits($signed(Offset))) + 1;

    logic                 c_sign, c_nan, c_infinity;
    logic [WideBits-1:0]  c_exponent, greatest_exponent;
    logic [CFractionBits:0] c_significand;

    if (Joined != 0) begin : gen_addend
      logic [CExponentBits-1:0] exponent;
      operand_unpack #(
        .Width(CBits), .ExponentBits(CExponentBits), .FractionBits(CFractionBits),
        .Specials(CSpecials)
      ) u_addend (
        .code_i(addend_i), .sign_o(c_sign), .exponent_o(exponent), .significand_o(c_significand),
        .nan_o(c_nan), .infinity_o(c_infinity)
      );
      assign c_exponent = WideBits'(exponent);
    end else begin : gen_no_addend
      logic unused_addend;
      assign unused_addend = ^addend_i;
      assign c_sign        = 1'b0;
      assign c_exponent    = WideBits'(1);
      assign c_significand = '0;
      assign c_nan         = 1'b0;
      assign c_infinity    = 1'b0;
    end

    logic [Terms-1:0]          present;
    logic [Terms*TermBits-1:0] exponents;

    for (genvar t = 0; t < Terms; t++) begin : gen_exponent
      assign present[t] = data_i[MagnitudePlace + t*MagnitudeBits +: MagnitudeBits] != '0;
      if (TermExponentBits > 0) begin : gen_field
        assign exponents[t*TermBits +: TermBits] =
            data_i[ExponentPlace + t*TermExponentBits +: TermExponentBits];
      end else begin : gen_constant
        assign exponents[t*TermBits +: TermBits] = '0;
      end
    end
    assign data_o[OutExponent +: ExponentBits] = greatest_exponent[ExponentBits-1:0];

    if (Joined != 0 && Terms == 1) begin : gen_sorted
      localparam int unsigned RoomFraction = format_pkg::maximum(
          format_pkg::maximum(TermFractionBits, CFractionBits), FractionBits);
      localparam int unsigned RoomBits     = IntegerBits + RoomFraction;

      // A leveled zero stands at exponent 0, which is below the accumulator's, if Offset adds none.
      localparam bit ZeroIsLowest = Leveled != 0 && $signed(Offset) <= 0;

      logic                counts, term_is_greater;
      logic [WideBits-1:0] term_exponent, difference;
      logic [RoomBits-1:0] term, addend;

      assign term_exponent   = WideBits'(exponents) + WideBits'($signed(Offset));
      assign difference      = term_exponent - c_exponent;
      assign counts          = ZeroIsLowest || present[0];
      assign term_is_greater = counts && !difference[WideBits-1] && difference != '0;
      assign term   = RoomBits'(data_i[MagnitudePlace +: MagnitudeBits])
                      << (RoomFraction - TermFractionBits);
      assign addend = RoomBits'(c_significand) << (RoomFraction - CFractionBits);
      assign greatest_exponent = term_is_greater ? term_exponent : c_exponent;
      block_dot_place #(
        .WideBits(WideBits), .MagnitudeBits(RoomBits), .TermFractionBits(RoomFraction),
        .IntegerBits(IntegerBits), .FractionBits(FractionBits), .Sticky(Sticky)
      ) u_greater (
        .distance_i('0), .magnitude_i(term_is_greater ? term : addend),
        .part_o(data_o[3 +: PartBits])
      );
      block_dot_place #(
        .WideBits(WideBits), .MagnitudeBits(RoomBits), .TermFractionBits(RoomFraction),
        .IntegerBits(IntegerBits), .FractionBits(FractionBits), .Sticky(Sticky)
      ) u_lower (
        .distance_i(term_is_greater ? difference : -difference),
        .magnitude_i(term_is_greater ? addend : term),
        .part_o(data_o[3 + PartBits +: PartBits])
      );
      assign data_o[OutSign]     = term_is_greater ? data_i[SignPlace] : c_sign;
      assign data_o[OutSign + 1] = term_is_greater ? c_sign : data_i[SignPlace];
    end else begin : gen_placed
      // The greatest exponent of what is not zero.
      logic [Terms*TermBits-1:0] candidates;
      logic [TermBits-1:0]       candidate;
      logic [WideBits-1:0]       terms_exponent;

      greatest #(.Count(Terms), .Width(TermBits)) u_greatest (
        .data_i(candidates), .data_o(candidate)
      );
      assign terms_exponent    = WideBits'(candidate) + WideBits'($signed(Offset));
      assign greatest_exponent = (|present && $signed(terms_exponent) > $signed(c_exponent))
                                 ? terms_exponent : c_exponent;
      for (genvar t = 0; t < Terms; t++) begin : gen_term
        assign candidates[t*TermBits +: TermBits] =
            exponents[t*TermBits +: TermBits] & {TermBits{present[t]}};
        block_dot_place #(
          .WideBits(WideBits), .MagnitudeBits(MagnitudeBits), .TermFractionBits(TermFractionBits),
          .IntegerBits(IntegerBits), .FractionBits(FractionBits), .Sticky(Sticky)
        ) u_place (
          .distance_i(greatest_exponent - WideBits'(exponents[t*TermBits +: TermBits])
                      - WideBits'($signed(Offset))),
          .magnitude_i(data_i[MagnitudePlace + t*MagnitudeBits +: MagnitudeBits]),
          .part_o(data_o[3 + t*PartBits +: PartBits])
        );
        assign data_o[OutSign + t] = data_i[SignPlace + t];
      end
      if (Joined != 0) begin : gen_place_addend
        block_dot_place #(
          .WideBits(WideBits), .MagnitudeBits(CFractionBits + 1), .TermFractionBits(CFractionBits),
          .IntegerBits(IntegerBits), .FractionBits(FractionBits), .Sticky(Sticky)
        ) u_place (
          .distance_i(greatest_exponent - c_exponent), .magnitude_i(c_significand),
          .part_o(data_o[3 + Terms*PartBits +: PartBits])
        );
        assign data_o[OutSign + Terms] = c_sign;
      end
    end

    // What is not a number.
    logic [2:0] any;

    for (genvar f = 0; f < 3; f++) begin : gen_flag
      if (f < FlagBits) begin : gen_any
        logic [Terms-1:0] flags;
        for (genvar t = 0; t < Terms; t++) begin : gen_of_term
          assign flags[t] = data_i[t*FlagBits + f];
        end
        assign any[f] = |flags;
      end else begin : gen_none
        assign any[f] = 1'b0;
      end
    end

    logic nan, positive, negative;

    assign positive  = any[1] || (c_infinity && !c_sign);
    assign negative  = any[2] || (c_infinity && c_sign);
    assign nan       = any[0] || c_nan || (positive && negative);
    assign data_o[2] = nan;
    assign data_o[1] = !nan && (positive || negative);
    assign data_o[0] = negative;

    logic unused_top, unused_c;
    assign unused_top = ^greatest_exponent ^ ^present;
    assign unused_c   = c_sign ^ ^c_significand;
  end

endmodule
