// Counts the zeros above the highest one; Width where there is none. A tree: the upper half is the
// largest power of two below Width, so that the halves' counts join without an adder.
module leading_zeros #(
  parameter  int unsigned Width     = 8,
  localparam int unsigned CountBits = $clog2(Width + 1)
) (
  input  logic [Width-1:0]     data_i,
  output logic [CountBits-1:0] count_o
);

  if (Width == 1) begin : gen_one
    assign count_o = !data_i;
  end else if (Width == 2) begin : gen_two
    assign count_o = {data_i == 2'b00, data_i == 2'b01};
  end else begin : gen_halves
    localparam int unsigned Index     = $clog2(Width) - 1;
    localparam int unsigned Upper     = 1 << Index;
    localparam int unsigned Lower     = Width - Upper;
    localparam int unsigned LowerBits = $clog2(Lower + 1);

    logic [Index:0]         upper;   // its top bit: the upper half is all zero
    logic [LowerBits-1:0]   lower;
    logic [CountBits-1:0]   beyond;  // Upper + lower

    leading_zeros #(.Width(Upper)) u_upper (.data_i(data_i[Width-1:Lower]), .count_o(upper));
    leading_zeros #(.Width(Lower)) u_lower (.data_i(data_i[Lower-1:0]), .count_o(lower));

    if (Lower == Upper) begin : gen_equal
      assign beyond = {lower[Index], !lower[Index], lower[Index-1:0]};
    end else begin : gen_shorter
      assign beyond = {1'b1, Index'(lower)};
    end
    assign count_o = upper[Index] ? beyond : CountBits'(upper[Index-1:0]);
  end

endmodule
