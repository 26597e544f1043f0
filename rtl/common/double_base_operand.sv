// One double-base number as a logarithm of two digits, which products add up as one number: that of
// two above, that of three below, counted from its least. Twin of
// models/common/double_base_operand.h.
//
//   | sign | two | three |   ->   | two | 0 .. 0 | three - least |
//
// The zeros are where the sum of two exponents of three carries to, and no further.
module double_base_operand #(
  parameter  int unsigned TwoBits   = 4,
  parameter  int unsigned ThreeBits = 3,
  parameter  int unsigned LogBits   = 8,   // TwoBits, and more than ThreeBits
  localparam int unsigned Width     = 1 + TwoBits + ThreeBits
) (
  input  logic [Width-1:0]   code_i,
  output logic               sign_o,
  output logic [LogBits-1:0] log_o,
  output logic               zero_o,
  output logic               nan_o
);

  localparam logic [TwoBits-1:0]   LeastTwo   = TwoBits'(1) << (TwoBits - 1);
  localparam logic [ThreeBits-1:0] LeastThree = ThreeBits'(1) << (ThreeBits - 1);

  logic [TwoBits-1:0]   two;
  logic [ThreeBits-1:0] three;
  logic                 least;

  assign {sign_o, two, three} = code_i;

  // Less its least is its top bit turned over.
  assign log_o  = {two, {(LogBits-TwoBits-ThreeBits){1'b0}}, three ^ LeastThree};
  assign least  = (two == LeastTwo) && (three == LeastThree);
  assign zero_o = least && !sign_o;
  assign nan_o  = least && sign_o;

endmodule
