// Shifts the sum's highest one to the top, or as far up as the least exponent allows.
// Twin of models/fp_fma/fp_fma_normalize.h.
// What says how far is hint_i: its highest one is where the sum's is, or one place above.
//
//   sum       | 4 | 2 | 1 | fraction ...... |   exponent_i is that of the third bit
//   shifted   | 1 | fraction | guard | rest |   rest OR-ed into sticky_o; exponent 0 if the top is 0
module fp_fma_normalize #(
  parameter  int unsigned SumBits        = 15,
  parameter  int unsigned ExponentBits   = 6,
  parameter  int unsigned Precision      = 11,
  parameter  int unsigned GuardBits      = 1,
  parameter  int unsigned LeadingZeros   = 0,
  localparam int unsigned NormalizedBits = ExponentBits + 1,
  localparam int unsigned KeptBits       = Precision + GuardBits
) (
  input  logic                      sign_i,
  input  logic [ExponentBits-1:0]   exponent_i,     // 1 ...
  input  logic [SumBits-1:0]        sum_i,
  input  logic [SumBits-1:0]        if_carry_i,     // sum_i if carry_i,
  input  logic [SumBits-1:0]        if_none_i,      // and if not
  input  logic                      carry_i,
  input  logic [SumBits-1:0]        hint_i,
  input  logic                      sticky_i,
  input  logic                      nan_i,
  input  logic                      infinity_i,
  input  logic                      infinity_sign_i,
  output logic                      sign_o,
  output logic [NormalizedBits-1:0] exponent_o,     // biased; 0 for subnormals and zero
  output logic [Precision-1:0]      significand_o,  // U1.(Precision-1)
  output logic [GuardBits-1:0]      guard_o,        // U0.GuardBits
  output logic                      sticky_o,
  output logic                      nan_o,
  output logic                      infinity_o,
  output logic                      infinity_sign_o,
  // By a hint: what it is unless, and if, the last shift is needed.
  output logic                      again_o,
  output logic [NormalizedBits-1:0] first_exponent_o,
  output logic [KeptBits-1:0]       first_kept_o,      // significand, guard
  output logic                      first_sticky_o,
  output logic [NormalizedBits-1:0] again_exponent_o,
  output logic [KeptBits-1:0]       again_kept_o,
  output logic                      again_sticky_o
);

  if (LeadingZeros != 0) begin : gen_hint
    hinted_normalize #(
      .SumBits(SumBits), .ExponentBits(ExponentBits), .KeptBits(KeptBits)
    ) u_hinted (
      .exponent_i, .if_carry_i, .if_none_i, .carry_i, .hint_i, .sticky_i, .exponent_o,
      .kept_o({significand_o, guard_o}), .sticky_o, .again_o, .first_exponent_o, .first_kept_o,
      .first_sticky_o, .again_exponent_o, .again_kept_o, .again_sticky_o
    );

    logic unused_sum;
    assign unused_sum = ^sum_i;
  end else begin : gen_count
    localparam int unsigned CountBits = $clog2(SumBits + 1);
    localparam int unsigned RestBits  = SumBits - Precision - GuardBits;
    localparam int unsigned WideBits  = format_pkg::maximum(CountBits, NormalizedBits);

    logic [CountBits-1:0]      zeros;
    logic [NormalizedBits-1:0] limit;
    logic [WideBits-1:0]       shift;
    logic [SumBits-1:0]        shifted;
    logic                      unused_hint;

    leading_zeros #(.Width(SumBits)) u_zeros (.data_i(sum_i), .count_o(zeros));

    // The top is worth 4 at exponent_i, hence 1 at exponent_i + 2; the least exponent is 1.
    assign limit   = NormalizedBits'(exponent_i) + NormalizedBits'(1);
    assign shift   = (WideBits'(zeros) > WideBits'(limit)) ? WideBits'(limit) : WideBits'(zeros);
    assign shifted = sum_i << shift;

    assign exponent_o =
        shifted[SumBits-1] ? limit + NormalizedBits'(1) - NormalizedBits'(shift) : '0;
    assign significand_o = shifted[SumBits-1 -: Precision];
    assign guard_o       = shifted[RestBits +: GuardBits];
    assign sticky_o      = sticky_i || |shifted[RestBits-1:0];
    assign again_o          = 1'b0;
    assign first_exponent_o = exponent_o;
    assign first_kept_o     = {significand_o, guard_o};
    assign first_sticky_o   = sticky_o;
    assign again_exponent_o = exponent_o;
    assign again_kept_o     = {significand_o, guard_o};
    assign again_sticky_o   = sticky_o;

    assign unused_hint   = ^hint_i ^ ^if_carry_i ^ ^if_none_i ^ carry_i;
  end

  assign sign_o          = sign_i;
  assign nan_o           = nan_i;
  assign infinity_o      = infinity_i;
  assign infinity_sign_o = infinity_sign_i;

endmodule
