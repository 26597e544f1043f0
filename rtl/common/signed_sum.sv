// The sum of Terms numbers, each to be negated or not, modulo 2^SumBits; less one if the last of them
// is negated. A negated term enters as its complement; the one that it lacks goes in as the carry of
// an adder, and a tree of adders has one carry for each term but the last. Who takes the sum has a use
// for that one too (signed_magnitude).
//
//   term 0, 1    term 2, 3    ...       neighbours first, widths growing by a bit a level
//       \ + /        \ + /
//          \    +    /
module signed_sum #(
  parameter int unsigned Terms   = 4,
  parameter int unsigned Width   = 8,  // of a term, two's complement
  parameter int unsigned Adder   = 0,
  parameter int unsigned SumBits = Width + $clog2(Terms)
) (
  /* verilator lint_off UNUSEDSIGNAL */  // the last one's carry
  input  logic [Terms-1:0]       negate_i,
  /* verilator lint_on UNUSEDSIGNAL */
  input  logic [Terms*Width-1:0] terms_i,
  output logic [SumBits-1:0]     sum_o
);

  if (Terms == 1) begin : gen_one
    logic [Width-1:0] term;
    assign term = terms_i ^ {Width{negate_i[0]}};
    if (SumBits <= Width) begin : gen_cut
      assign sum_o = term[SumBits-1:0];
      if (SumBits < Width) begin : gen_unused
        logic unused_top;
        assign unused_top = ^term[Width-1:SumBits];
      end
    end else begin : gen_extend
      assign sum_o = {{(SumBits-Width){term[Width-1]}}, term};
    end
  end else begin : gen_two
    // The low half is the largest power of two below Terms: neighbours meet first.
    localparam int unsigned Low      = 1 << ($clog2(Terms) - 1);
    localparam int unsigned High     = Terms - Low;
    localparam int unsigned LowBits  = Width + $clog2(Low);
    localparam int unsigned HalfBits = (LowBits < SumBits) ? LowBits : SumBits;

    logic [HalfBits-1:0] low, high;
    logic [SumBits-1:0]  low_extended, high_extended;
    logic                unused_carry;

    signed_sum #(
      .Terms(Low), .Width(Width), .Adder(Adder), .SumBits(HalfBits)
    ) u_low (.negate_i(negate_i[Low-1:0]), .terms_i(terms_i[Low*Width-1:0]), .sum_o(low));
    signed_sum #(
      .Terms(High), .Width(Width), .Adder(Adder), .SumBits(HalfBits)
    ) u_high (
      .negate_i(negate_i[Terms-1:Low]), .terms_i(terms_i[Terms*Width-1:Low*Width]), .sum_o(high)
    );
    if (HalfBits < SumBits) begin : gen_extend
      assign low_extended  = {{(SumBits-HalfBits){low[HalfBits-1]}}, low};
      assign high_extended = {{(SumBits-HalfBits){high[HalfBits-1]}}, high};
    end else begin : gen_same
      assign low_extended  = low;
      assign high_extended = high;
    end
    adder #(.Width(SumBits), .Architecture(Adder)) u_adder (
      .a_i(low_extended), .b_i(high_extended), .carry_i(negate_i[Low-1]), .sum_o,
      .carry_o(unused_carry)
    );
  end

endmodule
