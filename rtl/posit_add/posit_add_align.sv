// Sorts the operands by scale, and shifts the lower one right. Twin of
// models/posit_add/posit_add_align.h. Both terms are U1.WindowBits:
//
//   a         | 1 | fraction ........ | 0 ... |
//   b         | 1 | fraction ... | 0 ........ |
module posit_add_align #(
  parameter  int unsigned ABits      = 4,
  parameter  int unsigned BBits      = 4,
  parameter  int unsigned AScaleBits = 6,
  parameter  int unsigned BScaleBits = 6,
  parameter  int unsigned WindowBits = 5,
  parameter  int unsigned ScaleBits  = 6,
  localparam int unsigned TermBits   = WindowBits + 1
) (
  input  logic                  a_sign_i,
  input  logic [AScaleBits-1:0] a_scale_i,
  input  logic [ABits-1:0]      a_significand_i,
  input  logic                  a_nar_i,
  input  logic                  b_sign_i,
  input  logic [BScaleBits-1:0] b_scale_i,
  input  logic [BBits-1:0]      b_significand_i,
  input  logic                  b_nar_i,
  output logic                  sign_o,
  output logic                  subtract_o,
  output logic [ScaleBits-1:0]  scale_o,
  output logic [TermBits-1:0]   large_o,
  output logic [TermBits-1:0]   small_o,
  output logic                  sticky_o,
  output logic                  nar_o
);

  logic [ScaleBits-1:0] a_scale, b_scale;

  assign a_scale = ScaleBits'($signed(a_scale_i));
  assign b_scale = ScaleBits'($signed(b_scale_i));

  // The leading one tells a number from zero.
  posit_sort #(.TermBits(TermBits), .ScaleBits(ScaleBits)) u_sort (
    .x_sign_i(a_sign_i), .x_scale_i(a_scale),
    .x_i({a_significand_i, {(TermBits-ABits){1'b0}}}), .x_zero_i(!a_significand_i[ABits-1]),
    .x_nar_i(a_nar_i),
    .y_sign_i(b_sign_i), .y_scale_i(b_scale),
    .y_i({b_significand_i, {(TermBits-BBits){1'b0}}}), .y_zero_i(!b_significand_i[BBits-1]),
    .y_nar_i(b_nar_i),
    .sign_o, .subtract_o, .scale_o, .large_o, .small_o, .sticky_o, .nar_o
  );

endmodule
