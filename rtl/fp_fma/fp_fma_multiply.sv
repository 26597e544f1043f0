// The exact product: significands multiplied, exponents added. Twin of
// models/fp_fma/fp_fma_multiply.h. A product of 0 gets the least exponent there is, so that any
// addend stands above it. On the dual path the product also comes as a pair of rows, before its
// carries are propagated: an addition without a register between takes those.
module fp_fma_multiply #(
  parameter  int unsigned ABits          = 4,
  parameter  int unsigned BBits          = 4,
  parameter  int unsigned ASignedBits    = 5,
  parameter  int unsigned BSignedBits    = 5,
  parameter  int unsigned ExponentBits   = 7,   // of the product's exponent, two's complement
  parameter  int unsigned ExponentOffset = 0,   // two's complement
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned Multiplier     = 0,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned Path           = 0
) (
  input  logic                    a_sign_i,
  input  logic [ASignedBits-1:0]  a_exponent_i,
  input  logic [ABits-1:0]        a_significand_i,
  input  logic                    a_nan_i,
  input  logic                    a_infinity_i,
  input  logic                    b_sign_i,
  input  logic [BSignedBits-1:0]  b_exponent_i,
  input  logic [BBits-1:0]        b_significand_i,
  input  logic                    b_nan_i,
  input  logic                    b_infinity_i,
  output logic                    sign_o,
  output logic [ExponentBits-1:0] exponent_o,
  output logic [ABits+BBits-1:0]  significand_o,  // U2.(ABits+BBits-2); single path: [1, 4) or 0
  output logic [ABits+BBits-1:0]  x_o,            // x + y = significand, never beyond its bits
  output logic [ABits+BBits-1:0]  y_o,
  output logic                    zero_o,         // the product is
  output logic                    nan_o,
  output logic                    infinity_o      // with nan_o: the operation is invalid
);

  logic                    a_is_zero, b_is_zero;
  logic [ExponentBits-1:0] exponent;

  // Booth's rows are negative in part: their sum is the product but for a carry beyond its bits.
  if (Path != 0 && Multiplier != 0 && Multiplier < 4) begin : gen_rows
    logic unused_carry;
    multiplier_rows #(.AWidth(ABits), .BWidth(BBits), .Architecture(Multiplier)) u_rows (
      .a_i(a_significand_i), .b_i(b_significand_i), .x_o, .y_o
    );
    adder #(.Width(ABits + BBits), .Architecture(Adder)) u_adder (
      .a_i(x_o), .b_i(y_o), .carry_i(1'b0), .sum_o(significand_o), .carry_o(unused_carry)
    );
  end else begin : gen_product
    multiplier #(.AWidth(ABits), .BWidth(BBits), .Architecture(Multiplier), .Adder(Adder))
    u_multiplier (.a_i(a_significand_i), .b_i(b_significand_i), .product_o(significand_o));
    assign x_o = significand_o;
    assign y_o = '0;
  end

  // Where operands are normalized, the top bit alone tells a number from zero.
  if (Path != 0) begin : gen_any
    assign a_is_zero = a_significand_i == '0;
    assign b_is_zero = b_significand_i == '0;
  end else begin : gen_normalized
    assign a_is_zero = !a_significand_i[ABits-1];
    assign b_is_zero = !b_significand_i[BBits-1];
  end
  assign exponent   = ExponentBits'($signed(a_exponent_i)) + ExponentBits'($signed(b_exponent_i))
                      + ExponentBits'(ExponentOffset);
  assign zero_o     = a_is_zero || b_is_zero;
  assign exponent_o = zero_o ? {1'b1, {(ExponentBits-1){1'b0}}} : exponent;
  assign sign_o     = a_sign_i ^ b_sign_i;

  logic undefined, unknown, signals;

  assign undefined  = (a_infinity_i && !a_nan_i && !b_nan_i && b_is_zero)
                      || (b_infinity_i && !a_nan_i && !b_nan_i && a_is_zero);
  assign unknown    = a_nan_i || b_nan_i;
  assign nan_o      = unknown || undefined;
  assign signals    = (a_nan_i && a_infinity_i) || (b_nan_i && b_infinity_i) || undefined;
  assign infinity_o = nan_o ? (Flags != 0) && signals : a_infinity_i || b_infinity_i;

endmodule
