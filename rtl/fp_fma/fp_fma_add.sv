// The magnitude and sign of large + small, or of large - small. Twin of models/fp_fma/fp_fma_add.h.
//
//   subtract, large > small      large + ~small + 1      less 1 if bits were lost: the true value is
//                                                        that much smaller, sticky above it
//   subtract, large <= small     ~(large + ~small) = small - large
//
// The large term has the larger exponent, yet may be the smaller one: a product of [2, 4) against an
// addend whose exponent is one greater, or a subnormal addend.
module fp_fma_add #(
  parameter  int unsigned WindowBits   = 12,
  parameter  int unsigned ExponentBits = 6,
  parameter  int unsigned Rounding     = 0,
  parameter  int unsigned RandomBits   = 0,
  parameter  int unsigned Adder        = 0,
  localparam int unsigned RoundingBits = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned TermBits     = WindowBits + 2,
  localparam int unsigned SumBits      = WindowBits + 3
) (
  input  logic                    sign_i,
  input  logic                    subtract_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [TermBits-1:0]     large_i,         // U2.WindowBits
  input  logic [TermBits-1:0]     small_i,
  input  logic                    sticky_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,
  input  logic                    infinity_sign_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    sign_o,
  output logic [ExponentBits-1:0] exponent_o,
  output logic [SumBits-1:0]      sum_o,           // U3.WindowBits
  output logic                    sticky_o,
  output logic                    nan_o,
  output logic                    infinity_o,
  output logic                    infinity_sign_o
);

  localparam int unsigned RoundTowardNegative = 2;
  localparam int unsigned RoundPort           = 7;

  logic                greater, carry, cancelled, zero_sign;
  logic [TermBits-1:0] term, sum, magnitude;

  assign greater = large_i > small_i;
  assign term    = small_i ^ {TermBits{subtract_i}};

  adder #(.Width(TermBits), .Architecture(Adder)) u_adder (
    .a_i(large_i), .b_i(term), .carry_i(subtract_i && greater && !sticky_i), .sum_o(sum),
    .carry_o(carry)
  );

  assign magnitude = sum ^ {TermBits{subtract_i && !greater}};
  assign sum_o     = {carry && !subtract_i, magnitude};

  // What cancels exactly is +0, or -0 where rounding goes down.
  assign cancelled = subtract_i && !sticky_i && magnitude == '0;
  if (Rounding == RoundPort) begin : gen_port
    assign zero_sign = rounding_i == RoundingBits'(RoundTowardNegative);
  end else begin : gen_fixed
    logic unused_rounding;
    assign unused_rounding = ^rounding_i;
    assign zero_sign       = Rounding == RoundTowardNegative;
  end
  assign sign_o    = cancelled ? zero_sign : (sign_i ^ (subtract_i && !greater));

  assign exponent_o      = exponent_i;
  assign sticky_o        = sticky_i;
  assign nan_o           = nan_i;
  assign infinity_o      = infinity_i;
  assign infinity_sign_o = infinity_sign_i;

endmodule
