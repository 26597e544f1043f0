// The anticipated highest one beside the true one, at every width from First to Widths: bit w of
// `wrong` is 1 where the anticipation is off by more than its stated error, and must equal `never`.
//
// The magnitude |a - b| or a + b, also with the 1 that a lower part lends to it or takes from it:
// if it is not 0, its highest one is that of the hint or the place below it.
module wrong #(
  parameter int unsigned First  = 1,
  parameter int unsigned Widths = 8
) (
  input  logic [Widths-1:0]     a_i,
  input  logic [Widths-1:0]     b_i,
  input  logic                  subtract_i,
  input  logic                  one_i,  // more for a sum, less for a - b > 0
  output logic [Widths-First:0] z_o
);

  for (genvar w = First; w <= Widths; w++) begin : gen_width
    logic [w-1:0] a, b;
    logic [w:0]   hint, seen, magnitude, near;

    assign a = a_i[w-1:0];
    assign b = b_i[w-1:0];

    leading_one_hint #(.Width(w)) u_anticipate (
      .subtract_i, .a_i(a), .b_i(subtract_i ? ~b : b), .hint_o(hint)
    );

    assign magnitude = !subtract_i ? {1'b0, a} + {1'b0, b} + {{w{1'b0}}, one_i}
                     : (a > b)     ? {1'b0, a} - {1'b0, b} - {{w{1'b0}}, one_i}
                                   : {1'b0, b} - {1'b0, a};

    assign seen[w] = hint[w];  // places at or below the hint's highest one
    for (genvar i = 0; i < w; i++) begin : gen_bit
      assign seen[i] = seen[i+1] || hint[i];
    end
    assign near = seen & ~(seen >> 2);

    assign z_o[w-First] =
        magnitude != '0 && ((magnitude & ~seen) != '0 || (magnitude & near) == '0);
  end

endmodule

module never #(
  parameter int unsigned First  = 1,
  parameter int unsigned Widths = 8
) (
  input  logic [Widths-1:0]     a_i,
  input  logic [Widths-1:0]     b_i,
  input  logic                  subtract_i,
  input  logic                  one_i,
  output logic [Widths-First:0] z_o
);
  assign z_o = '0;
endmodule
