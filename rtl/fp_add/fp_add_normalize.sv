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
    // The near path's top is worth 1, so that its limit is less by 1: where that could be negative,
    // a zero is put above it instead.
    localparam int unsigned Above     = (LeastLimit >= 1) ? 0 : 1;
    localparam int unsigned NearWidth = NearTermBits + Above;
    localparam int unsigned CountBits = $clog2(NearWidth + 1);

    logic [NearWidth-1:0]        near;
    logic [NearWidth+KeptBits-1:0] near_padded;
    logic [CountBits-1:0]        count;
    logic [LimitBits-1:0]        near_limit;
    logic                        again, stay, one, unused_hint;
    logic [SumBits-1:0]          far;
    logic [NormalizedBits-1:0]   near_exponent, far_exponent;

    assign near_limit = limit - LimitBits'(1 - Above);
    limited_normalize #(
      .Width(NearWidth), .LimitBits(LimitBits), .Hinted(LeadingZeros)
    ) u_near (
      .data_i(NearWidth'(difference_i)), .hint_i(NearWidth'(hint_i[NearTermBits-1:0])),
      .limit_i(near_limit), .data_o(near), .count_o(count), .again_o(again)
    );
    assign near_padded   = {near, {KeptBits{1'b0}}};
    assign near_exponent = again ? NormalizedBits'($signed(near_limit)) - NormalizedBits'(count)
                                 : NormalizedBits'($signed(near_limit)) + NormalizedBits'(1)
                                   - NormalizedBits'(count);
    assign unused_hint   = ^hint_i;

    assign stay = sum_i[SumBits-1] || limit[LimitBits-1] || limit == '0;
    assign one  = sum_i[SumBits-2] || limit == LimitBits'(1);
    assign far  = stay ? sum_i : one ? sum_i << 1 : sum_i << 2;
    assign far_exponent = NormalizedBits'($signed(limit)) + (stay ? NormalizedBits'(1)
                                                             : one ? '0 : '1);

    assign raised   = near_i ? near_padded[NearWidth+KeptBits-1 -: KeptBits]
                             : far[SumBits-1 -: KeptBits];
    assign lost     = near_i ? |near_padded[NearWidth-1:0] : sticky_i || |far[RestBits-1:0];
    assign exponent = near_i ? near_exponent : far_exponent;
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
