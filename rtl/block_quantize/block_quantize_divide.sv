// Divides every value by the scale: the stage of designs whose scale is no power of two. The scale
// is decoded and normalized once a block. Twin of models/block_quantize/block_quantize_divide.h.
//
//   exponent      above the scale's, which is counted down from the greatest there is
//   significand   | quotient, U1.(QuotientBits-1) | anything left |
module block_quantize_divide #(
  parameter  int unsigned Enable             = 1,   // else lanes go through
  parameter  int unsigned Lanes              = 16,
  parameter  int unsigned ExponentBits       = 8,
  parameter  int unsigned SignificandBits    = 24,
  parameter  int unsigned ScaleKind          = 3,
  parameter  int unsigned ScaleBits          = 8,
  parameter  int unsigned ScaleExponentBits  = 4,
  parameter  int unsigned ScaleFractionBits  = 3,
  parameter  int unsigned ScaleSpecials      = 1,
  parameter  int unsigned ScaleHasSign       = 1,
  parameter  int unsigned ScaleHasSubnormals = 1,
  parameter  int unsigned ScaleHasZero       = 1,
  parameter  int unsigned OutExponentBits    = 9,
  parameter  int unsigned OutSignificandBits = 5
) (
  input  logic [Lanes*ExponentBits-1:0]       exponent_i,
  input  logic [Lanes*SignificandBits-1:0]    significand_i,
  input  logic                                clear_i,       // the scale is 0 or a NaN
  input  logic [ScaleBits-1:0]                code_i,
  output logic [Lanes*OutExponentBits-1:0]    exponent_o,
  output logic [Lanes*OutSignificandBits-1:0] significand_o
);

  if (Enable == 0) begin : gen_wires
    logic unused_scale;
    assign unused_scale  = ^{clear_i, code_i};
    assign exponent_o    = exponent_i;
    assign significand_o = significand_i;
  end else begin : gen_divide
    localparam int unsigned QuotientBits     = OutSignificandBits - 1;
    localparam int unsigned DivisorBits      = format_pkg::normalized_bits(
        ScaleKind, format_pkg::significand_bits(ScaleKind, ScaleBits, ScaleFractionBits));
    localparam int unsigned DivisorFieldBits = format_pkg::normalized_exponent_bits(
        ScaleKind, ScaleBits, ScaleExponentBits, ScaleFractionBits, ScaleHasSubnormals, 0);
    localparam int Greatest = format_pkg::normalized_greatest(ScaleKind, ScaleExponentBits);

    logic signed [DivisorFieldBits-1:0] scale_exponent;
    logic [OutExponentBits-1:0]         raise;
    logic [DivisorBits-1:0]             scale_significand, divisor;
    logic [Lanes*OutExponentBits-1:0]   raises;    // a copy for each lane
    logic [Lanes*DivisorBits-1:0]       divisors;
    logic                               unused_sign, unused_nan, unused_infinity;

    normalized_operand #(
      .Kind(ScaleKind), .Width(ScaleBits), .FieldBits(ScaleExponentBits),
      .FractionBits(ScaleFractionBits), .Specials(ScaleSpecials), .HasSign(ScaleHasSign),
      .HasSubnormals(ScaleHasSubnormals), .HasZero(ScaleHasZero)
    ) u_scale (
      .code_i, .sign_o(unused_sign), .exponent_o(scale_exponent),
      .significand_o(scale_significand), .nan_o(unused_nan), .infinity_o(unused_infinity)
    );
    // Whatever a scale of 0 or NaN leaves of its values is cleared.
    assign raise   = (OutExponentBits'(Greatest) - OutExponentBits'(scale_exponent))
                     & {OutExponentBits{!clear_i}};
    assign divisor = scale_significand | (DivisorBits'(1) << (DivisorBits - 1));

    fanout_word #(.Width(OutExponentBits), .Copies(Lanes)) u_raises (
      .data_i(raise), .copies_o(raises)
    );
    fanout_word #(.Width(DivisorBits), .Copies(Lanes)) u_divisors (
      .data_i(divisor), .copies_o(divisors)
    );

    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      localparam int unsigned Place = i * OutSignificandBits;
      assign exponent_o[i*OutExponentBits +: OutExponentBits] =
          OutExponentBits'(exponent_i[i*ExponentBits +: ExponentBits])
          + raises[i*OutExponentBits +: OutExponentBits];
      significand_divide #(
        .DividendBits(SignificandBits), .DivisorBits(DivisorBits), .QuotientBits(QuotientBits)
      ) u_divide (
        .dividend_i(significand_i[i*SignificandBits +: SignificandBits]),
        .divisor_i(divisors[i*DivisorBits +: DivisorBits]),
        .quotient_o(significand_o[Place+1 +: QuotientBits]), .sticky_o(significand_o[Place])
      );
    end
  end

endmodule
