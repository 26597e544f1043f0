// product = a * b, both unsigned or both two's complement, by the chosen architecture. The final
// adder covers the columns that have two bits.
module multiplier #(
  parameter int unsigned AWidth       = 8,
  parameter int unsigned BWidth       = 8,
  parameter int unsigned Signed       = 0,
  parameter int unsigned Architecture = 0,  // of multiplier_rows
  parameter int unsigned Adder        = 0,  // architecture of the final adder
  localparam int unsigned Width       = AWidth + BWidth
) (
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  output logic [Width-1:0]  product_o
);

  localparam int unsigned Settled = multiplier_pkg::settled_columns(
      Architecture, format_pkg::maximum(AWidth, BWidth),
      AWidth + BWidth - format_pkg::maximum(AWidth, BWidth), Signed);

  logic [Width-1:0] x, y;

  multiplier_rows #(
    .AWidth(AWidth), .BWidth(BWidth), .Signed(Signed), .Architecture(Architecture)
  ) u_rows (.a_i, .b_i, .x_o(x), .y_o(y));

  if (Settled < Width) begin : gen_adder
    logic unused_carry;
    adder #(.Width(Width - Settled), .Architecture(Adder)) u_adder (
      .a_i(x[Width-1:Settled]), .b_i(y[Width-1:Settled]), .carry_i(1'b0),
      .sum_o(product_o[Width-1:Settled]), .carry_o(unused_carry)
    );
  end
  if (Settled > 0) begin : gen_settled
    logic unused_zeros;
    assign product_o[Settled-1:0] = x[Settled-1:0];
    assign unused_zeros           = ^y[Settled-1:0];
  end

endmodule
