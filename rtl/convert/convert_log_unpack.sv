// The operand, a logarithm, as sign and logarithm in steps. Twin of
// models/convert/convert_log_unpack.h.
module convert_log_unpack #(
  parameter  int unsigned ALogarithmBits  = 7,
  parameter  int unsigned ATwosComplement = 0,
  parameter  int unsigned ABias           = 64,
  parameter  int unsigned AZero           = 0,
  parameter  int unsigned AHasSign        = 1,
  parameter  int unsigned ALogBits        = 7,
  parameter  int unsigned LogBits         = 7,  // at least as many
  localparam int unsigned Width           = AHasSign + ((AZero == 1) ? 1 : 0) + ALogarithmBits
) (
  input  logic [Width-1:0]   a_i,
  output logic               sign_o,
  output logic [LogBits-1:0] log_o,
  output logic               zero_o
);

  logic [ALogBits-1:0] log;

  log_operand #(
    .LogarithmBits(ALogarithmBits), .TwosComplement(ATwosComplement), .Bias(ABias), .Zero(AZero),
    .HasSign(AHasSign), .LogBits(ALogBits)
  ) u_operand (.code_i(a_i), .sign_o, .log_o(log), .zero_o);

  assign log_o = LogBits'($signed(log));

endmodule
