// A word whose highest one is where that of a sum or difference will be, or one place above, made
// without the carry: from each digit of a + b and its two neighbours (Schmookler and Nowka 2001).
// Of a difference b comes inverted, in carry-save form, and the magnitude is meant, whichever sign it
// has; equal terms give 0.
//
//   digit of a + b, or a - b   +1 plus: more    -1 minus: less    0 else
module leading_one_hint #(
  parameter int unsigned Width = 8
) (
  input  logic             subtract_i,
  input  logic [Width-1:0] a_i,
  input  logic [Width-1:0] b_i,
  output logic [Width:0]   hint_o
);

  // Two digits of sign above, one without weight below.
  /* verilator lint_off UNUSEDSIGNAL */  // of the outermost digits not everything is asked
  logic [Width+2:0] alone, both, none;
  /* verilator lint_on UNUSEDSIGNAL */

  assign alone = {{2{subtract_i}}, a_i ^ b_i, 1'b0};
  assign both  = {2'b00, a_i & b_i, 1'b0};
  assign none  = {{2{!subtract_i}}, ~(a_i | b_i), 1'b0};

  for (genvar i = 0; i <= Width; i++) begin : gen_digit
    assign hint_o[i] = alone[i+2] ? (both[i+1] && !none[i]) || (none[i+1] && !both[i])
                                  : (none[i+1] && !none[i]) || (both[i+1] && !both[i]);
  end

endmodule
