// The exact product: significands multiplied, exponents added. Twin of
// models/fp_mul/fp_mul_multiply.h.
module fp_mul_multiply #(
  parameter  int unsigned ABits          = 4,
  parameter  int unsigned BBits          = 4,
  parameter  int unsigned ASignedBits    = 5,
  parameter  int unsigned BSignedBits    = 5,
  parameter  int unsigned ExponentBits   = 7,   // of the product's exponent, two's complement
  parameter  int unsigned ExponentOffset = 0,   // two's complement
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned Multiplier     = 0,
  parameter  int unsigned Adder          = 0
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
  output logic [ABits+BBits-1:0]  significand_o,  // U2.(ABits+BBits-2), in [1, 4) or 0
  output logic                    nan_o,
  output logic                    infinity_o      // with nan_o: the operation is invalid
);

  multiplier #(.AWidth(ABits), .BWidth(BBits), .Architecture(Multiplier), .Adder(Adder))
  u_multiplier (.a_i(a_significand_i), .b_i(b_significand_i), .product_o(significand_o));

  assign exponent_o = ExponentBits'($signed(a_exponent_i)) + ExponentBits'($signed(b_exponent_i))
                      + ExponentBits'(ExponentOffset);
  assign sign_o     = a_sign_i ^ b_sign_i;

  // What is not a number. Normalized: the top bit alone tells a number from zero.
  logic a_is_zero, b_is_zero, unknown, undefined, invalid;

  assign a_is_zero  = !a_significand_i[ABits-1];
  assign b_is_zero  = !b_significand_i[BBits-1];
  assign unknown    = a_nan_i || b_nan_i;  // a NaN's significand may be 0 too
  assign undefined  = !unknown && ((a_infinity_i && b_is_zero) || (b_infinity_i && a_is_zero));
  assign nan_o      = unknown || undefined;
  assign invalid    = (a_nan_i && a_infinity_i) || (b_nan_i && b_infinity_i) || undefined;
  assign infinity_o = nan_o ? (Flags != 0) && invalid : a_infinity_i || b_infinity_i;

endmodule
