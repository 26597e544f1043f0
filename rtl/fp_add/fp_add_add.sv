// The magnitude and sign of large + small, or of large - small. Twin of models/fp_add/fp_add_add.h.
//
//   subtract       large + ~small + 1      less 1 if bits were lost: the true value is that much
//                                          smaller, sticky above it
//   near path      both large - small and small - large: the one that is not negative
module fp_add_add #(
  parameter  int unsigned WindowBits   = 5,
  parameter  int unsigned NearBits     = 4,
  parameter  int unsigned ExponentBits = 4,
  parameter  int unsigned Rounding     = 0,
  parameter  int unsigned RandomBits   = 0,
  parameter  int unsigned Adder        = 0,
  parameter  int unsigned LeadingZeros = 0,
  parameter  int unsigned Path         = 0,
  localparam int unsigned RoundingBits = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned TermBits     = WindowBits + 1,
  localparam int unsigned SumBits      = WindowBits + 2,
  localparam int unsigned NearTermBits = NearBits + 1
) (
  input  logic                    sign_i,
  input  logic                    subtract_i,
  input  logic                    near_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [TermBits-1:0]     large_i,         // U1.WindowBits
  input  logic [TermBits-1:0]     small_i,
  input  logic                    sticky_i,
  input  logic [NearTermBits-1:0] near_large_i,    // U1.NearBits
  input  logic [NearTermBits-1:0] near_small_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,
  input  logic                    infinity_sign_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    sign_o,
  output logic                    near_o,
  output logic [ExponentBits-1:0] exponent_o,
  output logic [SumBits-1:0]      sum_o,           // U2.WindowBits
  output logic                    sticky_o,
  output logic [NearTermBits-1:0] difference_o,    // U1.NearBits
  output logic [SumBits-1:0]      hint_o,          // what to count, of what is to be normalized:
                                                   // its highest one, or the place above it
  output logic                    nan_o,
  output logic                    infinity_o,
  output logic                    infinity_sign_o
);

  localparam int unsigned RoundTowardNegative = 2;
  localparam int unsigned RoundPort           = 7;

  logic                carry, zero_sign;
  logic [TermBits-1:0] sum;

  assign sum_o = {carry ^ subtract_i, sum};

  // What cancels exactly is +0, or -0 where rounding goes down. Terms that lost bits do not cancel.
  if (Rounding == RoundPort) begin : gen_port
    assign zero_sign = rounding_i == RoundingBits'(RoundTowardNegative);
  end else begin : gen_fixed
    logic unused_rounding;
    assign unused_rounding = ^rounding_i;
    assign zero_sign       = Rounding == RoundTowardNegative;
  end

  if (Path == fp_add_pkg::PathDual) begin : gen_dual
    // Whether bits were lost is known late: both sums, and then a choice.
    logic [TermBits-1:0] term, sum_if_none, sum_if_one;
    logic                carry_if_none, carry_if_one;

    wide_choice #(.Width(TermBits)) u_small (
      .choice_i(subtract_i), .if_one_i(~small_i), .if_zero_i(small_i), .data_o(term)
    );
    adder #(.Width(TermBits), .Architecture(Adder)) u_if_none (
      .a_i(large_i), .b_i(term), .carry_i(1'b0), .sum_o(sum_if_none), .carry_o(carry_if_none)
    );
    adder #(.Width(TermBits), .Architecture(Adder)) u_if_one (
      .a_i(large_i), .b_i(term), .carry_i(1'b1), .sum_o(sum_if_one), .carry_o(carry_if_one)
    );
    wide_choice #(.Width(TermBits + 1)) u_sum (
      .choice_i(subtract_i && !sticky_i), .if_one_i({carry_if_one, sum_if_one}),
      .if_zero_i({carry_if_none, sum_if_none}), .data_o({carry, sum})
    );

    logic [NearTermBits-1:0] forward, backward;
    logic                    positive, unused_carry;

    adder #(.Width(NearTermBits), .Architecture(Adder)) u_forward (
      .a_i(near_large_i), .b_i(~near_small_i), .carry_i(1'b1), .sum_o(forward), .carry_o(positive)
    );
    adder #(.Width(NearTermBits), .Architecture(Adder)) u_backward (
      .a_i(near_small_i), .b_i(~near_large_i), .carry_i(1'b1), .sum_o(backward),
      .carry_o(unused_carry)
    );
    wide_choice #(.Width(NearTermBits)) u_difference (
      .choice_i(positive), .if_one_i(forward), .if_zero_i(backward), .data_o(difference_o)
    );
    if (LeadingZeros != 0) begin : gen_anticipate
      logic [NearTermBits:0] hint;
      leading_one_hint #(.Width(NearTermBits)) u_hint (
        .subtract_i(1'b1), .a_i(near_large_i), .b_i(~near_small_i), .hint_o(hint)
      );
      // A difference has no place above its terms.
      assign hint_o = SumBits'({hint[NearTermBits] || hint[NearTermBits-1],
                                hint[NearTermBits-2:0]});
    end else begin : gen_count
      assign hint_o = SumBits'(difference_o);
    end
    assign sign_o       = !near_i                      ? sign_i
                        : near_large_i == near_small_i ? zero_sign
                                                       : sign_i ^ !positive;
  end else begin : gen_single
    logic unused_near;

    adder #(.Width(TermBits), .Architecture(Adder)) u_adder (
      .a_i(large_i), .b_i(small_i ^ {TermBits{subtract_i}}), .carry_i(subtract_i && !sticky_i),
      .sum_o(sum), .carry_o(carry)
    );
    assign unused_near  = ^near_large_i ^ ^near_small_i;
    assign difference_o = '0;
    if (LeadingZeros != 0) begin : gen_anticipate
      // Lost bits are a digit more of the small term. The hint of that place means a sum of 0.
      logic unused_lost;
      leading_one_hint #(.Width(TermBits + 1)) u_hint (
        .subtract_i, .a_i({large_i, 1'b0}), .b_i({small_i, sticky_i} ^ {(TermBits+1){subtract_i}}),
        .hint_o({hint_o, unused_lost})
      );
    end else begin : gen_count
      assign hint_o = sum_o;
    end
    assign sign_o       = (subtract_i && large_i == small_i) ? zero_sign : sign_i;
  end

  assign near_o          = near_i;
  assign exponent_o      = exponent_i;
  assign sticky_o        = sticky_i;
  assign nan_o           = nan_i;
  assign infinity_o      = infinity_i;
  assign infinity_sign_o = infinity_sign_i;

endmodule
