// A fused multiply-add as IEEE 754 defines it, written to prove others by: it shares nothing with
// rtl/ and does nothing as that does. Formats with infinity and NaNs; flags with tininess after
// rounding; modes 0 ties to even, 1 toward zero, 2 toward negative, 3 toward positive, 4 ties to
// away, 5 to odd.
module plain_fma #(
  parameter int unsigned ExponentBits = 5,
  parameter int unsigned FractionBits = 10,
  parameter int unsigned Normalized   = 0,  // of plain_operand: the same result either way
  localparam int unsigned F           = FractionBits
) (
  input  logic [ExponentBits+F:0] a_i,
  input  logic [ExponentBits+F:0] b_i,
  input  logic [ExponentBits+F:0] c_i,
  input  logic [2:0]              mode_i,
  output logic [ExponentBits+F:0] z_o,
  output logic [4:0]              flags_o
);

  localparam int Least = (Normalized != 0) ? -2 * F : 2;

  logic                           a_sign, a_zero, a_infinity, a_quiet, a_signalling;
  logic                           b_sign, b_zero, b_infinity, b_quiet, b_signalling;
  logic signed [ExponentBits+1:0] a_exponent, b_exponent;
  logic [F:0]                     a_significand, b_significand;

  plain_operand #(
    .ExponentBits(ExponentBits), .FractionBits(F), .Normalized(Normalized)
  ) u_a (
    .code_i(a_i), .sign_o(a_sign), .exponent_o(a_exponent), .significand_o(a_significand),
    .zero_o(a_zero), .infinity_o(a_infinity), .quiet_o(a_quiet), .signalling_o(a_signalling)
  );
  plain_operand #(
    .ExponentBits(ExponentBits), .FractionBits(F), .Normalized(Normalized)
  ) u_b (
    .code_i(b_i), .sign_o(b_sign), .exponent_o(b_exponent), .significand_o(b_significand),
    .zero_o(b_zero), .infinity_o(b_infinity), .quiet_o(b_quiet), .signalling_o(b_signalling)
  );
  plain_sum #(.ExponentBits(ExponentBits), .FractionBits(F), .Least(Least)) u_sum (
    .sign_i(a_sign ^ b_sign), .exponent_i(16'(a_exponent) + 16'(b_exponent)),
    .product_i((2*F+2)'(a_significand) * (2*F+2)'(b_significand)),
    .infinity_i(a_infinity || b_infinity),
    .nan_i(a_quiet || a_signalling || b_quiet || b_signalling),
    .invalid_i(a_signalling || b_signalling || (a_infinity && b_zero) || (a_zero && b_infinity)),
    .c_i, .mode_i, .z_o, .flags_o
  );

endmodule

// A code: (-1)^sign * significand * 2^(exponent - Bias - FractionBits), or what else it is.
module plain_operand #(
  parameter int unsigned ExponentBits = 5,
  parameter int unsigned FractionBits = 10,
  parameter int unsigned Normalized   = 0   // a subnormal's highest one is moved to the top
) (
  input  logic [ExponentBits+FractionBits:0] code_i,
  output logic                               sign_o,
  output logic signed [ExponentBits+1:0]     exponent_o,
  output logic [FractionBits:0]              significand_o,
  output logic                               zero_o,
  output logic                               infinity_o,
  output logic                               quiet_o,       // a NaN
  output logic                               signalling_o   // a NaN
);

  logic [ExponentBits-1:0] field;
  logic [FractionBits-1:0] fraction;

  always_comb begin
    {sign_o, field, fraction} = code_i;
    significand_o = {field != 0, fraction};
    exponent_o    = (field == 0) ? 1 : {2'b00, field};
    for (int i = 0; i < FractionBits; i++) begin
      if (Normalized != 0 && fraction != 0 && !significand_o[FractionBits]) begin
        significand_o = significand_o << 1;
        exponent_o    = exponent_o - 1;
      end
    end
    zero_o       = field == 0 && fraction == 0;
    infinity_o   = field == '1 && fraction == 0;
    quiet_o      = field == '1 && fraction[FractionBits-1];
    signalling_o = field == '1 && fraction != 0 && !fraction[FractionBits-1];
  end

endmodule
