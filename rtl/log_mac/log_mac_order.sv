// The product against the accumulator, which is a code: which of them is the larger, and how far
// the other's logarithm lies below. Twin of models/log_mac/log_mac_order.h.
module log_mac_order #(
  parameter  int unsigned XLogBits        = 8,
  parameter  int unsigned CLogarithmBits  = 7,
  parameter  int unsigned CTwosComplement = 0,
  parameter  int unsigned CBias           = 64,
  parameter  int unsigned CZero           = 0,
  parameter  int unsigned CHasSign        = 1,
  parameter  int unsigned CLogBits        = 7,
  parameter  int unsigned DistanceBits    = 6,
  localparam int unsigned CWidth          = CHasSign + ((CZero == 1) ? 1 : 0) + CLogarithmBits,
  localparam int unsigned LogBits         = (XLogBits > CLogBits) ? XLogBits : CLogBits
) (
  input  logic                    x_sign_i,
  input  logic [XLogBits-1:0]     x_log_i,
  input  logic                    x_zero_i,
  input  logic [CWidth-1:0]       addend_i,
  output logic                    sign_o,
  output logic [LogBits-1:0]      log_o,
  output logic [DistanceBits-1:0] distance_o,
  output logic                    subtract_o,
  output logic                    near_o,
  output logic                    zero_o
);

  logic                sign, zero;
  logic [CLogBits-1:0] log;

  log_operand #(
    .LogarithmBits(CLogarithmBits), .TwosComplement(CTwosComplement), .Bias(CBias), .Zero(CZero),
    .HasSign(CHasSign), .LogBits(CLogBits)
  ) u_addend (.code_i(addend_i), .sign_o(sign), .log_o(log), .zero_o(zero));

  log_order #(.XLogBits(XLogBits), .YLogBits(CLogBits), .DistanceBits(DistanceBits)) u_order (
    .x_sign_i, .x_log_i, .x_zero_i, .y_sign_i(sign), .y_log_i(log), .y_zero_i(zero),
    .sign_o, .log_o, .distance_o, .subtract_o, .near_o, .zero_o
  );

endmodule
