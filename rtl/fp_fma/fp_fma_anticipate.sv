// Where the highest one of a sum or difference will be, or the place above it, without the sum: from
// each digit of a + b and its two neighbours (Schmookler and Nowka 2001). Of a difference b is
// inverted, and the result's magnitude is meant, whichever sign it has. hint_o is 0 if both are equal.
//
//   digit   both ones: generate, +1   both zeros: zero, -1   else propagate, 0
module fp_fma_anticipate #(
  parameter  int unsigned Width    = 8,
  localparam int unsigned SumBits  = Width + 1
) (
  input  logic               subtract_i,
  input  logic [Width-1:0]   a_i,
  input  logic [Width-1:0]   b_i,
  output logic [SumBits-1:0] hint_o
);

  // Two digits of sign above, one of no weight below.
  /* verilator lint_off UNUSEDSIGNAL */  // of the outermost digits not everything is asked
  logic [SumBits+1:0] propagated, generated, neither;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [SumBits-1:0] after_propagate, after_other;

  assign propagated = {subtract_i, subtract_i, a_i ^ b_i, 1'b0};
  assign generated  = {2'b00, a_i & b_i, 1'b0};
  assign neither    = {!subtract_i, !subtract_i, ~(a_i | b_i), 1'b0};

  for (genvar i = 0; i < SumBits; i++) begin : gen_digit
    assign after_propagate[i] = (generated[i+1] && !neither[i]) || (neither[i+1] && !generated[i]);
    assign after_other[i]     = (neither[i+1] && !neither[i]) || (generated[i+1] && !generated[i]);
    assign hint_o[i]          = propagated[i+2] ? after_propagate[i] : after_other[i];
  end

endmodule
