// The product of two numbers given by their logarithms: those add up, exactly. What is not a number
// becomes a flag, and adds nothing. Twin of models/common/log_multiply.h.
module log_multiply #(
  parameter  int unsigned ALogBits       = 9,
  parameter  int unsigned BLogBits       = 9,
  parameter  int unsigned FractionBits   = 4,
  parameter  int unsigned GreatestOctave = 12,  // where it saturates; a two's complement number
  parameter  int unsigned Saturate       = 0,
  parameter  int unsigned FlagBits       = 1,
  parameter  int unsigned Adder          = 0,
  localparam int unsigned LogBits        = ((ALogBits > BLogBits) ? ALogBits : BLogBits) + 1,
  localparam int unsigned FlagPorts      = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                 a_sign_i,
  input  logic [ALogBits-1:0]  a_log_i,   // S(ALogBits-FractionBits).FractionBits
  input  logic                 a_zero_i,
  input  logic                 a_nan_i,
  input  logic                 b_sign_i,
  input  logic [BLogBits-1:0]  b_log_i,
  input  logic                 b_zero_i,
  input  logic                 b_nan_i,
  output logic                 sign_o,
  output logic [LogBits-1:0]   log_o,
  output logic                 zero_o,
  output logic [FlagPorts-1:0] flags_o
);

  logic [LogBits-1:0] sum;
  logic               unused_carry;

  adder #(.Width(LogBits), .Architecture(Adder)) u_adder (
    .a_i({{(LogBits-ALogBits){a_log_i[ALogBits-1]}}, a_log_i}),
    .b_i({{(LogBits-BLogBits){b_log_i[BLogBits-1]}}, b_log_i}),
    .carry_i(1'b0), .sum_o(sum), .carry_o(unused_carry)
  );

  if (Saturate != 0) begin : gen_saturate
    localparam logic [LogBits-FractionBits-1:0] Most = GreatestOctave[LogBits-FractionBits-1:0];

    logic [LogBits-FractionBits-1:0] octave;
    logic                            beyond;

    assign octave = sum[LogBits-1:FractionBits];
    assign beyond = $signed(octave) > $signed(Most);
    assign log_o  = beyond ? {Most, {FractionBits{1'b0}}} : sum;
  end else begin : gen_exact
    assign log_o = sum;
  end

  assign sign_o  = a_sign_i ^ b_sign_i;
  assign zero_o  = a_zero_i || b_zero_i || a_nan_i || b_nan_i;
  assign flags_o = FlagPorts'(a_nan_i || b_nan_i);

endmodule
