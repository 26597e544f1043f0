// fp_fma without fp_fma_unpack and multiplier, as `unit`, beside plain_sum: `ours_o` and `plain_o`
// are proven equal. In place of the two there are inputs.
//
// Operands are as every_operand shows that they are. Exponents: any whose sum is exponent_i, as that
// is what cases are split by. Significands: 0, or with the top bit set, or, if operands are not
// normalized, subnormal where the exponent is 1. The product is one of such significands, and more:
// anything from the least one upwards. With Rows it comes as two rows that add up to it.
module every_sum #(
  parameter int unsigned ExponentBits = 5,
  parameter int unsigned FractionBits = 10,
  parameter int unsigned Rounding     = 7,
  parameter int unsigned Flags        = 1,
  parameter int unsigned Path         = 0,
  parameter int unsigned Rows         = 0,
  localparam int unsigned F           = FractionBits,
  localparam int unsigned Bits        = 1 + ExponentBits + F
) (
  input  logic                           a_zero_i,
  input  logic                           a_nan_i,
  input  logic                           a_infinity_i,
  input  logic                           b_zero_i,
  input  logic                           b_nan_i,
  input  logic                           b_infinity_i,
  input  logic signed [ExponentBits+2:0] exponent_i,
  input  logic [ExponentBits-1:0]        c_field_i,
  input  logic                           a_sign_i,
  input  logic                           b_sign_i,
  input  logic                           c_sign_i,
  input  logic signed [ExponentBits+2:0] a_exponent_i,
  input  logic [F:0]                     a_significand_i,
  input  logic [F:0]                     b_significand_i,
  input  logic [F-1:0]                   c_fraction_i,
  input  logic [2*F+1:0]                 x_i,
  input  logic [2*F+1:0]                 y_i,
  input  logic [2:0]                     mode_i,
  output logic [Bits+4:0]                ours_o,
  output logic [Bits+4:0]                plain_o
);

  localparam int Low  = (Path == 0) ? -F : 1;
  localparam int High = (1 << ExponentBits) - 1;

  logic signed [ExponentBits+2:0] least, most, a_exponent, b_exponent;
  logic [F:0]                     a_significand, b_significand;
  logic                           a_special, b_special, a_least, b_least;
  logic [2*F+1:0]                 x, y, product;
  logic [2:0]                     mode;
  logic [4:0]                     ours_flags, plain_flags;

  always_comb begin
    least      = (exponent_i - High > Low) ? exponent_i - High : Low;
    most       = (exponent_i - Low < High) ? exponent_i - Low : High;
    a_exponent = a_exponent_i;
    if (a_exponent < least) a_exponent = least;
    if (a_exponent > most)  a_exponent = most;
    b_exponent = exponent_i - a_exponent;

    a_special     = a_nan_i || a_infinity_i;
    b_special     = b_nan_i || b_infinity_i;
    a_least       = Path != 0 && a_exponent == 1 && !a_special;
    b_least       = Path != 0 && b_exponent == 1 && !b_special;
    a_significand = a_significand_i;
    b_significand = b_significand_i;
    if (!a_least)           a_significand[F] = 1'b1;
    if (!b_least)           b_significand[F] = 1'b1;
    if (a_significand == 0) a_significand[0] = 1'b1;
    if (b_significand == 0) b_significand[0] = 1'b1;
    if (a_zero_i && !a_special) a_significand = 0;
    if (b_zero_i && !b_special) b_significand = 0;

    x = x_i;
    y = (Rows != 0) ? y_i : 0;
    if ((2*F+3)'(x) + (2*F+3)'(y) >= (1 << (2 * F + 2))) y = 0;
    product = x + y;
    if (!a_least && !b_least) begin
      if (product[2*F+1:2*F] == 0) x[2*F] = 1'b1;
    end else if (!a_least || !b_least) begin
      if (product[2*F+1:F] == 0) x[F] = 1'b1;
    end else begin
      if (product == 0) x[0] = 1'b1;
    end
    if (a_significand == 0 || b_significand == 0) begin
      x = 0;
      y = 0;
    end
    product = x + y;
  end

  assign mode = (Rounding != 7) ? 3'(Rounding) : mode_i[2] ? 3'b100 : mode_i;

  unit u_ours (
    .clk_i(1'b0), .rst_ni(1'b1), .valid_i(1'b1), .ready_i(1'b1),
    .a_sign(a_sign_i), .a_exponent(a_exponent[ExponentBits:0]), .a_significand(a_significand),
    .a_nan(a_nan_i), .a_infinity(a_infinity_i),
    .b_sign(b_sign_i), .b_exponent(b_exponent[ExponentBits:0]), .b_significand(b_significand),
    .b_nan(b_nan_i), .b_infinity(b_infinity_i),
`ifdef ROWS
    .x, .y,
`else
    .product,
`endif
    .c_i({c_sign_i, c_field_i, c_fraction_i}), .rounding_i((Rounding == 7) ? mode : 3'b000),
    .z_o(ours_o[Bits+4:5]), .flags_o(ours_flags)
  );
  plain_sum #(.ExponentBits(ExponentBits), .FractionBits(F), .Least(2 * Low)) u_plain (
    .sign_i(a_sign_i ^ b_sign_i), .exponent_i(16'(exponent_i)), .product_i(product),
    .infinity_i((a_infinity_i && !a_nan_i) || (b_infinity_i && !b_nan_i)),
    .nan_i(a_nan_i || b_nan_i),
    .invalid_i((a_nan_i && a_infinity_i) || (b_nan_i && b_infinity_i)
               || (a_infinity_i && !a_nan_i && b_significand == 0)
               || (b_infinity_i && !b_nan_i && a_significand == 0)),
    .c_i({c_sign_i, c_field_i, c_fraction_i}), .mode_i(mode), .z_o(plain_o[Bits+4:5]),
    .flags_o(plain_flags)
  );
  assign ours_o[4:0]  = (Flags != 0) ? ours_flags : 5'b00000;
  assign plain_o[4:0] = (Flags != 0) ? plain_flags : 5'b00000;

endmodule
