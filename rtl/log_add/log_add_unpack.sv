// Both numbers as sign and logarithm. Twin of models/log_add/log_add_unpack.h.
module log_add_unpack #(
  parameter  int unsigned LogarithmBits  = 7,
  parameter  int unsigned TwosComplement = 0,
  parameter  int unsigned Bias           = 64,
  parameter  int unsigned Zero           = 0,
  parameter  int unsigned HasSign        = 1,
  parameter  int unsigned LogBits        = 7,
  localparam int unsigned Width          = HasSign + ((Zero == 1) ? 1 : 0) + LogarithmBits
) (
  input  logic [Width-1:0]   a_i,
  input  logic [Width-1:0]   b_i,
  output logic               a_sign_o,
  output logic [LogBits-1:0] a_log_o,
  output logic               a_zero_o,
  output logic               b_sign_o,
  output logic [LogBits-1:0] b_log_o,
  output logic               b_zero_o
);

  log_operand #(
    .LogarithmBits(LogarithmBits), .TwosComplement(TwosComplement), .Bias(Bias), .Zero(Zero),
    .HasSign(HasSign), .LogBits(LogBits)
  ) u_a (.code_i(a_i), .sign_o(a_sign_o), .log_o(a_log_o), .zero_o(a_zero_o));
  log_operand #(
    .LogarithmBits(LogarithmBits), .TwosComplement(TwosComplement), .Bias(Bias), .Zero(Zero),
    .HasSign(HasSign), .LogBits(LogBits)
  ) u_b (.code_i(b_i), .sign_o(b_sign_o), .log_o(b_log_o), .zero_o(b_zero_o));

endmodule
