// Shifts the result's highest one to the top, or as far up as the least exponent allows; or down,
// where the operands' formats reach below the result's. Twin of models/fp_add/fp_add_normalize.h.
//
//   sum        | 2 | 1 | fraction ....... |       the units have exponent_i
//   raised     | 1 | fraction | guard | . |       left, as far as the limit: rest OR-ed into sticky
//   kept       | 0 ... 0 | 1 | fraction | . |..   right where the limit is negative
//
// The far path's sum has at most two leading zeros; the near path's difference any number.
module fp_add_normalize #(
  parameter  int unsigned WindowBits     = 5,
  parameter  int unsigned NearBits       = 4,
  parameter  int unsigned ExponentBits   = 4,
  parameter  int          LeastExponent  = 1,   // of exponent_i
  parameter  int          ResultOffset   = 0,   // from exponent_i to the result's exponent
  parameter  int unsigned Precision      = 4,
  parameter  int unsigned GuardBits      = 1,
  parameter  int unsigned NormalizedBits = 5,
  parameter  int unsigned LeadingZeros   = 0,
  parameter  int unsigned Path           = 0,
  localparam int unsigned SumBits        = WindowBits + 2,
  localparam int unsigned NearTermBits   = NearBits + 1
) (
  input  logic                      sign_i,
  input  logic                      near_i,
  input  logic [ExponentBits-1:0]   exponent_i,
  input  logic [SumBits-1:0]        sum_i,          // U2.WindowBits
  input  logic                      sticky_i,
  input  logic [NearTermBits-1:0]   difference_i,   // U1.NearBits
  input  logic [SumBits-1:0]        hint_i,         // of the sum, or at the bottom of the difference
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
  output logic                      infinity_sign_o
);

  localparam int          LeastLimit = LeastExponent + ResultOffset;
  localparam int unsigned LimitBits  =
      format_pkg::range_bits(LeastLimit, (1 << ExponentBits) - 1 + ResultOffset);
  localparam int unsigned KeptBits   = Precision + GuardBits;
  localparam int unsigned RestBits   = SumBits - KeptBits;

  // The sum's top is worth 2 at exponent_i, hence 1 at limit + 1; the least exponent is 1.
  logic [LimitBits-1:0]      limit;
  logic [KeptBits-1:0]       raised, kept;
  logic                      lost;
  logic [NormalizedBits-1:0] exponent;

  assign limit = LimitBits'(exponent_i) + LimitBits'($unsigned(ResultOffset));

  if (Path == fp_add_pkg::PathDual) begin : gen_dual
    logic                      stay, one, near_lost;
    logic [SumBits-1:0]        far, moved;
    logic [KeptBits-1:0]       near_kept;
    logic [NormalizedBits-1:0] near_exponent, far_exponent;

    if (LeastLimit >= 1) begin : gen_near
      // Two zeros above make the top worth 4, as hinted_normalize has it.
      /* verilator lint_off UNUSEDSIGNAL */  // with wider operands a sum has fewer exponents
      logic [LimitBits-1:0]    hinted_exponent;
      /* verilator lint_on UNUSEDSIGNAL */
      logic [NearTermBits+1:0] near, near_hint;
      logic                    unused_hint;

      assign near      = {2'b00, difference_i};
      assign near_hint = {2'b00, hint_i[NearTermBits-1:0]};
      /* verilator lint_off PINCONNECTEMPTY */  // what is only for rounding both
      hinted_normalize #(
        .SumBits(NearTermBits + 2), .ExponentBits(LimitBits - 1), .KeptBits(KeptBits)
      ) u_near (
        .exponent_i(limit[LimitBits-2:0]), .if_carry_i(near), .if_none_i(near), .carry_i(1'b0),
        .hint_i(near_hint), .sticky_i(1'b0), .exponent_o(hinted_exponent), .kept_o(near_kept),
        .sticky_o(near_lost), .again_o(), .first_exponent_o(), .first_kept_o(), .first_sticky_o(),
        .again_exponent_o(), .again_kept_o(), .again_sticky_o()
      );
      /* verilator lint_on PINCONNECTEMPTY */
      assign near_exponent = NormalizedBits'(hinted_exponent);
      assign unused_hint   = ^hint_i;
    end else begin : gen_near_below
      // The near path's top is worth 1, so that its limit would be less by 1, and could be
      // negative: a zero is put above it instead.
      localparam int unsigned NearWidth = NearTermBits + 1;
      localparam int unsigned CountBits = $clog2(NearWidth + 1);

      logic [NearWidth-1:0]          near;
      logic [NearWidth+KeptBits-1:0] near_padded;
      logic [CountBits-1:0]          count;
      logic                          again, unused_hint;

      limited_normalize #(
        .Width(NearWidth), .LimitBits(LimitBits), .Hinted(LeadingZeros)
      ) u_near (
        .data_i(NearWidth'(difference_i)), .hint_i(NearWidth'(hint_i[NearTermBits-1:0])),
        .limit_i(limit), .data_o(near), .count_o(count), .again_o(again)
      );
      assign near_padded   = {near, {KeptBits{1'b0}}};
      assign near_kept     = near_padded[NearWidth+KeptBits-1 -: KeptBits];
      assign near_lost     = |near_padded[NearWidth-1:0];
      assign near_exponent = again ? NormalizedBits'($signed(limit)) - NormalizedBits'(count)
                                   : NormalizedBits'($signed(limit)) + NormalizedBits'(1)
                                     - NormalizedBits'(count);
      assign unused_hint   = ^hint_i;
    end

    assign stay = sum_i[SumBits-1] || limit[LimitBits-1] || limit == '0;
    assign one  = sum_i[SumBits-2] || limit == LimitBits'(1);
    wide_choice #(.Width(SumBits)) u_moved (
      .choice_i(one), .if_one_i(sum_i << 1), .if_zero_i(sum_i << 2), .data_o(moved)
    );
    wide_choice #(.Width(SumBits)) u_far (
      .choice_i(stay), .if_one_i(sum_i), .if_zero_i(moved), .data_o(far)
    );
    assign far_exponent = NormalizedBits'($signed(limit)) + (stay ? NormalizedBits'(1)
                                                             : one ? '0 : '1);

    wide_choice #(.Width(NormalizedBits + KeptBits + 1)) u_result (
      .choice_i(near_i), .if_one_i({near_exponent, near_kept, near_lost}),
      .if_zero_i({far_exponent, far[SumBits-1 -: KeptBits], sticky_i || |far[RestBits-1:0]}),
      .data_o({exponent, raised, lost})
    );
  end else begin : gen_single
    localparam int unsigned CountBits = $clog2(SumBits + 1);

    logic [CountBits-1:0] count;
    logic [SumBits-1:0]   shifted;
    logic                 again, unused_near;

    limited_normalize #(.Width(SumBits), .LimitBits(LimitBits), .Hinted(LeadingZeros)) u_sum (
      .data_i(sum_i), .hint_i, .limit_i(limit), .data_o(shifted), .count_o(count), .again_o(again)
    );
    assign raised      = shifted[SumBits-1 -: KeptBits];
    assign lost        = sticky_i || |shifted[RestBits-1:0];
    assign exponent    = again ? NormalizedBits'($signed(limit)) - NormalizedBits'(count)
                               : NormalizedBits'($signed(limit)) + NormalizedBits'(1)
                                 - NormalizedBits'(count);
    assign unused_near = near_i ^ ^difference_i;
  end

  if (LeastLimit < 0) begin : gen_low
    localparam int unsigned MaxDistance  =
        (-LeastLimit < $signed(KeptBits)) ? $unsigned(-LeastLimit) : KeptBits;
    localparam int unsigned DistanceBits = $clog2(MaxDistance + 1);

    logic [LimitBits-1:0]    below;
    logic [DistanceBits-1:0] distance;

    assign below    = -limit;
    assign distance = !limit[LimitBits-1]       ? '0
                    : 32'(below) > MaxDistance ? DistanceBits'(MaxDistance)
                                               : DistanceBits'(below);
    shift_right_sticky #(.Width(KeptBits), .DistanceBits(DistanceBits)) u_shift (
      .data_i(raised), .distance_i(distance), .sticky_i(lost), .data_o(kept), .sticky_o
    );
  end else begin : gen_high
    assign kept     = raised;
    assign sticky_o = lost;
  end

  assign exponent_o    = exponent & {NormalizedBits{kept[KeptBits-1]}};
  assign significand_o = kept[KeptBits-1 -: Precision];
  assign guard_o       = kept[GuardBits-1:0];

  assign sign_o          = sign_i;
  assign nan_o           = nan_i;
  assign infinity_o      = infinity_i;
  assign infinity_sign_o = infinity_sign_i;

endmodule
