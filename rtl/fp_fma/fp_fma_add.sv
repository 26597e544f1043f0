// The magnitude and sign of large + small, or of large - small. Twin of models/fp_fma/fp_fma_add.h.
//
//   subtract, large > small      large + ~small + 1      less 1 if bits were lost: the true value is
//                                                        that much smaller, sticky above it
//   subtract, large <= small     ~(large + ~small) = small - large
//
// The large term has the larger exponent, yet may be the smaller one: a product of [2, 4) against an
// addend whose exponent is one greater, or a subnormal addend.
module fp_fma_add #(
  parameter  int unsigned TermBits     = 14,
  parameter  int unsigned WindowBits   = 12,
  parameter  int unsigned ProductBits  = 8,
  parameter  int unsigned ExponentBits = 6,
  parameter  int unsigned Rounding     = 0,
  parameter  int unsigned RandomBits   = 0,
  parameter  int unsigned Adder        = 0,
  parameter  int unsigned LeadingZeros = 0,
  parameter  int unsigned Path         = 0,
  parameter  int unsigned Rows         = 0,   // dual path: take x_i + y_i for the product
  localparam int unsigned RoundingBits = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned SumBits      = TermBits + 1
) (
  input  logic                    sign_i,
  input  logic                    subtract_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [TermBits-1:0]     large_i,         // .WindowBits
  input  logic [TermBits-1:0]     small_i,
  input  logic                    sticky_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,
  input  logic                    infinity_sign_i,
  input  logic [ProductBits-1:0]  x_i,             // U2.(ProductBits-2)
  input  logic [ProductBits-1:0]  y_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    sign_o,
  output logic [ExponentBits-1:0] exponent_o,
  output logic [SumBits-1:0]      sum_o,           // .WindowBits
  output logic [SumBits-1:0]      if_carry_o,      // sum_o if carry_o,
  output logic [SumBits-1:0]      if_none_o,       // and if not
  output logic                    carry_o,
  output logic [SumBits-1:0]      hint_o,          // its highest one, or the bit above that
  output logic                    sticky_o,
  output logic                    nan_o,
  output logic                    infinity_o,
  output logic                    infinity_sign_o
);

  localparam int unsigned RoundTowardNegative = 2;
  localparam int unsigned RoundPort           = 7;

  logic                negative, all_zero, cancelled, zero_sign;

  if (Path != 0) begin : gen_dual
    fp_fma_add_wide #(
      .TermBits(TermBits), .WindowBits(WindowBits), .ProductBits(ProductBits), .Adder(Adder),
      .LeadingZeros(LeadingZeros), .Rows(Rows)
    ) u_wide (
      .subtract_i, .large_i, .small_i, .sticky_i, .x_i, .y_i, .sum_o, .if_carry_o,
      .if_none_o, .carry_o, .hint_o, .negative_o(negative), .zero_o(all_zero)
    );
  end else begin : gen_single
    logic                greater, carry, unused_rows;
    logic [TermBits-1:0] term, sum, magnitude;

    assign greater = large_i > small_i;
    assign term    = small_i ^ {TermBits{subtract_i}};

    adder #(.Width(TermBits), .Architecture(Adder)) u_adder (
      .a_i(large_i), .b_i(term), .carry_i(subtract_i && greater && !sticky_i), .sum_o(sum),
      .carry_o(carry)
    );

    assign negative    = subtract_i && !greater;
    assign magnitude   = sum ^ {TermBits{negative}};
    assign sum_o       = {carry && !subtract_i, magnitude};
    assign all_zero    = magnitude == '0;
    assign if_carry_o  = sum_o;
    assign if_none_o   = sum_o;
    assign carry_o     = 1'b0;
    assign unused_rows = ^x_i ^ ^y_i;

    if (LeadingZeros != 0) begin : gen_anticipate
      leading_one_hint #(.Width(TermBits)) u_anticipate (
        .subtract_i, .a_i(large_i), .b_i(term), .hint_o
      );
    end else begin : gen_count
      assign hint_o = sum_o;
    end
  end

  // What cancels exactly is +0, or -0 where rounding goes down.
  assign cancelled = subtract_i && !sticky_i && all_zero;
  if (Rounding == RoundPort) begin : gen_port
    assign zero_sign = rounding_i == RoundingBits'(RoundTowardNegative);
  end else begin : gen_fixed
    logic unused_rounding;
    assign unused_rounding = ^rounding_i;
    assign zero_sign       = Rounding == RoundTowardNegative;
  end
  assign sign_o    = cancelled ? zero_sign : (sign_i ^ negative);

  assign exponent_o      = exponent_i;
  assign sticky_o        = sticky_i;
  assign nan_o           = nan_i;
  assign infinity_o      = infinity_i;
  assign infinity_sign_o = infinity_sign_i;

endmodule
