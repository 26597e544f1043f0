// The dual path's sum, of the product's rows and the addend. A part of fp_fma_add.
//
//   x + y + ~small        by one level of 3:2 compressors, then as sum and sum + 1 side by side
//
// A carry out says which: with it the product is greater, and the difference is sum + 1, or sum if
// bits of the addend were lost; without it the difference is ~sum, of the other sign. Which one it is
// comes last, so both go on beside the choice. What chooses for every bit is a tree.
module fp_fma_add_wide #(
  parameter  int unsigned TermBits     = 37,
  parameter  int unsigned WindowBits   = 22,
  parameter  int unsigned ProductBits  = 22,
  parameter  int unsigned Adder        = 0,
  parameter  int unsigned LeadingZeros = 0,
  parameter  int unsigned Rows         = 0,
  localparam int unsigned SumBits      = TermBits + 1
) (
  input  logic                   subtract_i,
  input  logic [TermBits-1:0]    large_i,
  input  logic [TermBits-1:0]    small_i,
  input  logic                   sticky_i,
  input  logic [ProductBits-1:0] x_i,
  input  logic [ProductBits-1:0] y_i,
  output logic [SumBits-1:0]     sum_o,
  output logic [SumBits-1:0]     if_carry_o,  // sum_o is this
  output logic [SumBits-1:0]     if_none_o,   // or that
  output logic                   carry_o,
  output logic [SumBits-1:0]     hint_o,
  output logic                   negative_o,
  output logic                   zero_o
);

  localparam int unsigned ProductShift = WindowBits + 2 - ProductBits;

  logic [TermBits-1:0] addend, a, b, sum, next;
  logic                carry, unused_carry;

  // Copies of what chooses, one for every few bits.
  localparam int unsigned Loads  = 3;
  localparam int unsigned Copies = (TermBits + Loads - 1) / Loads;

  logic [Copies-1:0] subtract, take_next;

  fanout_tree #(.Copies(Copies), .Levels(2)) u_subtract (.data_i(subtract_i), .copies_o(subtract));
  fanout_tree #(.Copies(Copies), .Levels(2)) u_take_next (
    .data_i(subtract_i && !sticky_i), .copies_o(take_next)
  );

  for (genvar i = 0; i < TermBits; i++) begin : gen_bit
    assign addend[i]     = small_i[i] ^ subtract[i/Loads];
    assign if_carry_o[i] = take_next[i/Loads] ? next[i] : sum[i];
    assign if_none_o[i]  = sum[i] ^ subtract[i/Loads];
  end
  assign if_carry_o[TermBits] = !subtract[Copies-1];
  assign if_none_o[TermBits]  = 1'b0;

  if (Rows != 0) begin : gen_rows
    logic [TermBits-1:0] x, y, majority;
    logic                unused_large;

    assign x            = TermBits'(x_i) << ProductShift;
    assign y            = TermBits'(y_i) << ProductShift;
    assign majority     = (x & y) | (addend & (x ^ y));
    assign a            = x ^ y ^ addend;
    assign b            = majority << 1;  // the top: only of the addend, so its majority is 0
    assign unused_large = ^large_i;
  end else begin : gen_product
    logic unused_rows;

    assign a           = large_i;
    assign b           = addend;
    assign unused_rows = ^x_i ^ ^y_i;
  end

  adder #(.Width(TermBits), .Architecture(Adder)) u_sum (
    .a_i(a), .b_i(b), .carry_i(1'b0), .sum_o(sum), .carry_o(carry)
  );
  adder #(.Width(TermBits), .Architecture(Adder)) u_next (
    .a_i(a), .b_i(b), .carry_i(1'b1), .sum_o(next), .carry_o(unused_carry)
  );

  assign carry_o    = carry;
  assign sum_o      = carry ? if_carry_o : if_none_o;
  assign negative_o = subtract_i && !carry;
  assign zero_o     = (a ^ b) == '1;  // of a difference: every digit propagates

  if (LeadingZeros != 0) begin : gen_anticipate
    leading_one_hint #(.Width(TermBits)) u_anticipate (
      .subtract_i(subtract[Copies-1]), .a_i(a), .b_i(b), .hint_o
    );
  end else begin : gen_count
    assign hint_o = sum_o;
  end

endmodule
