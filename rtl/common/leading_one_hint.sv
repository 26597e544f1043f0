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

  // Above the terms every digit is the sign, below them there is none.
  for (genvar i = 0; i <= Width; i++) begin : gen_digit
    logic alone_above, both_here, none_here, both_below, none_below;

    if (i + 1 < Width) begin : gen_above
      assign alone_above = a_i[i+1] ^ b_i[i+1];
    end else begin : gen_sign_above
      assign alone_above = subtract_i;
    end
    if (i < Width) begin : gen_here
      assign both_here = a_i[i] & b_i[i];
      assign none_here = !(a_i[i] | b_i[i]);
    end else begin : gen_sign_here
      assign both_here = 1'b0;
      assign none_here = !subtract_i;
    end
    if (i > 0) begin : gen_below
      assign both_below = a_i[i-1] & b_i[i-1];
      assign none_below = !(a_i[i-1] | b_i[i-1]);
    end else begin : gen_none_below
      assign both_below = 1'b0;
      assign none_below = 1'b0;
    end
    assign hint_o[i] = alone_above ? (both_here && !none_below) || (none_here && !both_below)
                                   : (none_here && !none_below) || (both_here && !both_below);
  end

endmodule
