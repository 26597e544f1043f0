// Our structures at every width from First to Widths on shared operands, beside their plain
// operators: `ours` and `plain` have the same ports, and are proven equal output for output.
module ours #(
  parameter int unsigned First  = 1,
  parameter int unsigned Widths = 8,
  // 1 to 4 adder of this architecture, 5 leading zeros, 6 shift, 7 full adders, 8 shift by lines of
  // half as many bits into that width (both from 2 bits)
  parameter int unsigned Block  = 1
) (
  input  logic [Widths-1:0] a_i,
  input  logic [Widths-1:0] b_i,
  input  logic                        carry_i,
  output logic [(Widths-First+1)*(Widths+1)-1:0] z_o
);

  for (genvar w = First; w <= Widths; w++) begin : gen_width
    logic [Widths:0] z;
    if (Block <= 4) begin : gen_adder
      adder #(.Width(w), .Architecture(Block)) u_adder (
        .a_i(a_i[w-1:0]), .b_i(b_i[w-1:0]), .carry_i, .sum_o(z[w-1:0]), .carry_o(z[w])
      );
      if (w < Widths) begin : gen_rest
        assign z[Widths:w+1] = '0;
      end
    end else if (Block == 5) begin : gen_leading_zeros
      logic [$clog2(w+1)-1:0] count;
      leading_zeros #(.Width(w)) u_zeros (.data_i(a_i[w-1:0]), .count_o(count));
      assign z = (Widths+1)'(count);
    end else if (Block == 7) begin : gen_full_adders
      logic [w-1:0] sum, carry;
      logic [w:0]   total;
      full_adders #(.Width(w)) u_adders (
        .p_i(a_i[w-1:0]), .q_i(b_i[w-1:0]), .r_i({carry_i, b_i[w-1:1]}),
        .sum_o(sum), .carry_o(carry)
      );
      assign total = {1'b0, sum} + {carry, 1'b0};
      assign z     = (Widths+1)'(total);
    end else if (Block == 8) begin : gen_lines
      logic [w-1:0] data;
      logic         sticky;
      line_shift_right #(
        .InBits((w+1)/2), .OutBits(w), .DistanceBits($clog2(w+1))
      ) u_shift (
        .data_i(a_i[(w+1)/2-1:0]), .distance_i(b_i[$clog2(w+1)-1:0]), .enable_i(carry_i),
        .data_o(data), .sticky_o(sticky)
      );
      assign z = (Widths+1)'({sticky, data});
    end else begin : gen_shift
      logic [w-1:0] data;
      logic         sticky;
      shift_right_sticky #(.Width(w), .DistanceBits($clog2(w+1))) u_shift (
        .data_i(a_i[w-1:0]), .distance_i(b_i[$clog2(w+1)-1:0]), .sticky_i(carry_i),
        .data_o(data), .sticky_o(sticky)
      );
      assign z = (Widths+1)'({sticky, data});
    end
    assign z_o[(w-First)*(Widths+1) +: Widths+1] = z;
  end

endmodule

module plain #(
  parameter int unsigned First  = 1,
  parameter int unsigned Widths = 8,
  parameter int unsigned Block  = 1
) (
  input  logic [Widths-1:0] a_i,
  input  logic [Widths-1:0] b_i,
  input  logic                        carry_i,
  output logic [(Widths-First+1)*(Widths+1)-1:0] z_o
);

  for (genvar w = First; w <= Widths; w++) begin : gen_width
    logic [Widths:0] z;
    if (Block <= 4) begin : gen_adder
      assign z = (Widths+1)'({1'b0, a_i[w-1:0]} + {1'b0, b_i[w-1:0]} + carry_i);
    end else if (Block == 5) begin : gen_leading_zeros
      logic [8*(w+1)-1:0] count;  // of the bits below each place, if all above are zero
      assign count[7:0] = 8'(w);
      for (genvar i = 0; i < w; i++) begin : gen_bit
        assign count[8*(i+1) +: 8] = a_i[i] ? 8'(w - 1 - i) : count[8*i +: 8];
      end
      assign z = (Widths+1)'(count[8*w +: 8]);
    end else if (Block == 7) begin : gen_full_adders
      logic [w:0] r, total;
      assign r     = {1'b0, carry_i, b_i[w-1:1]};
      assign total = {1'b0, a_i[w-1:0]} + {1'b0, b_i[w-1:0]} + r;
      assign z     = (Widths+1)'(total);
    end else if (Block == 8) begin : gen_lines
      logic [$clog2(w+1)-1:0] distance;
      logic [w-1:0]           data, lost;
      assign distance = b_i[$clog2(w+1)-1:0];
      assign data     = {a_i[(w+1)/2-1:0], {(w/2){1'b0}}} & {w{carry_i}};
      assign lost     = data & ~({w{1'b1}} << distance);
      assign z        = (Widths+1)'({lost != '0, data >> distance});
    end else begin : gen_shift
      logic [$clog2(w+1)-1:0] distance;
      logic [w-1:0]           lost;
      assign distance = b_i[$clog2(w+1)-1:0];
      assign lost     = a_i[w-1:0] & ~({w{1'b1}} << distance);
      assign z = (Widths+1)'({carry_i || lost != '0, a_i[w-1:0] >> distance});
    end
    assign z_o[(w-First)*(Widths+1) +: Widths+1] = z;
  end

endmodule
