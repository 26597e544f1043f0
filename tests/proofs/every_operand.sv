// What fp_fma_unpack gives within fp_fma, as outputs of `unit`, beside plain_operand: `ours_o` and
// `plain_o` are proven equal. And that it is in the ranges that every_sum takes for granted.
module every_operand #(
  parameter int unsigned ExponentBits = 5,
  parameter int unsigned FractionBits = 10,
  parameter int unsigned Rounding     = 7,
  parameter int unsigned Flags        = 1,
  parameter int unsigned Path         = 0,
  localparam int unsigned F           = FractionBits
) (
  input  logic [ExponentBits+F:0]   code_i,
  output logic [ExponentBits+F+5:0] ours_o,
  output logic [ExponentBits+F+5:0] plain_o
);

  localparam int Low = (Path == 0) ? -F : 1;

  logic                           sign, nan, infinity;
  logic                           plain_sign, zero, plain_infinity, quiet, signalling;
  logic signed [ExponentBits:0]   exponent;
  logic signed [ExponentBits+1:0] plain_exponent;
  logic [F:0]                     significand, plain_significand;
  logic                           legal;

  unit u_ours (
    .clk_i(1'b0), .rst_ni(1'b1), .valid_i(1'b1), .ready_i(1'b1), .a_i(code_i), .b_i(code_i),
    .c_i('0), .rounding_i(3'b000), .sign, .exponent, .significand, .nan, .infinity
  );
  plain_operand #(
    .ExponentBits(ExponentBits), .FractionBits(F), .Normalized(Path == 0)
  ) u_plain (
    .code_i, .sign_o(plain_sign), .exponent_o(plain_exponent), .significand_o(plain_significand),
    .zero_o(zero), .infinity_o(plain_infinity), .quiet_o(quiet), .signalling_o(signalling)
  );
  // A zero's exponent means nothing, but must be in range.
  assign legal   = exponent >= Low
                   && (significand[F] || zero || (Path != 0 && exponent == 1 && !nan && !infinity));
  assign ours_o  = {legal, sign, nan, infinity, significand == 0, significand,
                    zero ? (ExponentBits+1)'(0) : exponent};
  assign plain_o = {1'b1, plain_sign, quiet || signalling,
                    plain_infinity || (Flags != 0 && signalling), zero, plain_significand,
                    zero ? (ExponentBits+1)'(0) : plain_exponent[ExponentBits:0]};

endmodule
