// Reduces Rows numbers to two of the same sum (modulo 2^Width), adding one row after another to the
// first two in carry-save form, as an array multiplier does. One row here, the others by recursion.
module compressor_chain #(
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
  end else begin : gen_row
    logic [Width-1:0]          sum, carry;
    logic [(Rows-1)*Width-1:0] next;

    full_adders #(.Width(Width)) u_adders (
      .p_i(rows_i[Width-1:0]), .q_i(rows_i[2*Width-1:Width]), .r_i(rows_i[3*Width-1:2*Width]),
      .sum_o(sum), .carry_o(carry)
    );
    assign next[2*Width-1:0] = {carry << 1, sum};
    if (Rows > 3) begin : gen_rest
      assign next[(Rows-1)*Width-1:2*Width] = rows_i[Rows*Width-1:3*Width];
    end

    compressor_chain #(.Rows(Rows - 1), .Width(Width)) u_next (.rows_i(next), .x_o, .y_o);
  end

endmodule
