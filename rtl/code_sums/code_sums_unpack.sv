// The code, and the number beside it in fixed point. Twin of models/code_sums/code_sums_unpack.h.
//
//   term   | sign | 0 .. 0 | significand | 0 .. 0 |     up by the exponent, then negated
module code_sums_unpack #(
  parameter  int unsigned AWidth         = 4,
  parameter  int unsigned BKind          = 1,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 0,
  parameter  int unsigned BFractionBits  = 0,
  parameter  int unsigned BSpecials      = 0,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned TermBits       = 8
) (
  input  logic [AWidth-1:0]   a_i,
  input  logic [BWidth-1:0]   b_i,
  output logic [AWidth-1:0]   code_o,
  output logic [TermBits-1:0] term_o,
  output logic                nan_o
);

  localparam int unsigned FieldBits = format_pkg::field_bits(BKind, BExponentBits);
  localparam int unsigned Bits      = format_pkg::significand_bits(BKind, BWidth, BFractionBits);

  logic                 sign, nan, infinity;
  logic [FieldBits-1:0] exponent;
  logic [Bits-1:0]      significand;
  logic [TermBits-1:0]  magnitude;

  assign code_o = a_i;

  operand_unpack #(
    .Kind(BKind), .Width(BWidth), .ExponentBits(BExponentBits), .FractionBits(BFractionBits),
    .Specials(BSpecials), .HasSign(BHasSign), .HasSubnormals(BHasSubnormals), .HasZero(BHasZero)
  ) u_b (
    .code_i(b_i), .sign_o(sign), .exponent_o(exponent), .significand_o(significand), .nan_o(nan),
    .infinity_o(infinity)
  );

  if (BKind == format_pkg::KindFloating) begin : gen_floating
    logic [FieldBits-1:0] places;
    assign places    = exponent - FieldBits'((BHasSubnormals != 0) ? 1 : 0);
    assign magnitude = (TermBits'(significand) << places) & {TermBits{!nan_o}};
    assign nan_o     = nan || infinity;
  end else begin : gen_integer
    logic unused_fields;
    assign magnitude     = TermBits'(significand);
    assign nan_o         = 1'b0;
    assign unused_fields = ^{exponent, nan, infinity};
  end

  assign term_o = (magnitude ^ {TermBits{sign}}) + TermBits'(sign);

endmodule
