// Reduces Rows numbers to two of the same sum (modulo 2^Width) by levels of 3:2 compressors, each
// level taking as many rows three by three as it can (Wallace 1964).
module compressor_tree #(
  parameter int unsigned Rows  = 3,
  parameter int unsigned Width = 8
) (
  input  logic [Rows*Width-1:0] rows_i,
  output logic [Width-1:0]      x_o,
  output logic [Width-1:0]      y_o
);

  if (Rows == 1) begin : gen_one
    assign x_o = rows_i;
    assign y_o = '0;
  end else if (Rows == 2) begin : gen_two
    assign {y_o, x_o} = rows_i;
  end else begin : gen_level
    localparam int unsigned Triples = Rows / 3;
    localparam int unsigned Rest    = Rows % 3;
    localparam int unsigned Next    = 2 * Triples + Rest;

    logic [Next*Width-1:0] next;

    for (genvar t = 0; t < Triples; t++) begin : gen_triple
      logic [Width-1:0] sum, carry;
      full_adders #(.Width(Width)) u_adders (
        .p_i(rows_i[(3*t+0)*Width +: Width]), .q_i(rows_i[(3*t+1)*Width +: Width]),
        .r_i(rows_i[(3*t+2)*Width +: Width]), .sum_o(sum), .carry_o(carry)
      );
      assign next[(2*t+0)*Width +: Width] = sum;
      assign next[(2*t+1)*Width +: Width] = carry << 1;
    end
    if (Rest != 0) begin : gen_rest
      assign next[2*Triples*Width +: Rest*Width] = rows_i[3*Triples*Width +: Rest*Width];
    end

    compressor_tree #(.Rows(Next), .Width(Width)) u_next (.rows_i(next), .x_o, .y_o);
  end

endmodule
