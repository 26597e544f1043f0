// The greatest of Count unsigned numbers. A tree, halves first.
module greatest #(
  parameter int unsigned Count = 4,
  parameter int unsigned Width = 8
) (
  input  logic [Count*Width-1:0] data_i,
  output logic [Width-1:0]       data_o
);

  if (Count == 1) begin : gen_one
    assign data_o = data_i;
  end else begin : gen_halves
    localparam int unsigned Low  = Count / 2;
    localparam int unsigned High = Count - Low;

    logic [Width-1:0] low, high;

    greatest #(.Count(Low), .Width(Width)) u_low (
      .data_i(data_i[Low*Width-1:0]), .data_o(low)
    );
    greatest #(.Count(High), .Width(Width)) u_high (
      .data_i(data_i[Count*Width-1:Low*Width]), .data_o(high)
    );
    assign data_o = (high > low) ? high : low;
  end

endmodule
