// Both log posits as sign and logarithm. Twin of models/elma_mac/elma_mac_unpack.h.
module elma_mac_unpack #(
  parameter  int unsigned Width   = 8,
  localparam int unsigned LogBits = elma_mac_pkg::log_bits(Width)
) (
  input  logic [Width-1:0]   a_i,
  input  logic [Width-1:0]   b_i,
  output logic               a_sign_o,
  output logic [LogBits-1:0] a_log_o,
  output logic               a_zero_o,
  output logic               a_nan_o,
  output logic               b_sign_o,
  output logic [LogBits-1:0] b_log_o,
  output logic               b_zero_o,
  output logic               b_nan_o
);

  elma_mac_operand #(.Width(Width)) u_a (
    .code_i(a_i), .sign_o(a_sign_o), .log_o(a_log_o), .zero_o(a_zero_o), .nan_o(a_nan_o)
  );
  elma_mac_operand #(.Width(Width)) u_b (
    .code_i(b_i), .sign_o(b_sign_o), .log_o(b_log_o), .zero_o(b_zero_o), .nan_o(b_nan_o)
  );

endmodule
