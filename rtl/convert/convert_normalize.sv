// The shift of convert towards a floating format: see convert_shift.
module convert_normalize #(
  parameter int unsigned SignificandBits    = 24,
  parameter int unsigned HeightBits         = 9,
  parameter int          Lowest             = 1,   // height
  parameter int          UnnormalizedHeight = 1,   // the greatest without a hidden bit
  parameter int unsigned Subnormals         = 1,
  parameter int unsigned Precision          = 11,
  parameter int unsigned GuardBits          = 1,
  parameter int unsigned ExponentBits       = 9
) (
  /* verilator lint_off UNUSEDSIGNAL */  // its sign, where none is negative
  input  logic signed [HeightBits-1:0] height_i,
  /* verilator lint_on UNUSEDSIGNAL */
  input  logic [SignificandBits-1:0]   significand_i,
  output logic [ExponentBits-1:0]      exponent_o,
  output logic [Precision-1:0]         significand_o,
  output logic [GuardBits-1:0]         guard_o,
  output logic                         sticky_o
);

  localparam int unsigned WindowBits = Precision + GuardBits;
  // No number rises further than to where the greatest height without a hidden bit has it.
  localparam int unsigned Counted   =
      (UnnormalizedHeight > 0 && UnnormalizedHeight < $signed(SignificandBits))
          ? unsigned'(UnnormalizedHeight) : SignificandBits;
  localparam int unsigned CountBits = $clog2(Counted + 1);

  logic [CountBits-1:0]       left;
  logic [SignificandBits-1:0] raised;
  logic [WindowBits-1:0]      window, lowered;
  logic                       lost, hidden;

  // Up.
  if (UnnormalizedHeight <= 0) begin : gen_no_rise
    assign left = '0;
  end else if (Lowest >= $signed(SignificandBits) - 1) begin : gen_rise
    leading_zeros #(.Width(Counted)) u_count (
      .data_i(significand_i[SignificandBits-1 -: Counted]), .count_o(left)
    );
  end else if (Lowest == UnnormalizedHeight) begin : gen_limited_rise
    // All of them stand at one height: a mark so far down ends the count there.
    localparam logic [SignificandBits-1:0] Mark =
        SignificandBits'(1) << ($signed(SignificandBits) - 1 - Lowest);
    logic [Counted-1:0] marked;
    assign marked =
        significand_i[SignificandBits-1 -: Counted] | Mark[SignificandBits-1 -: Counted];
    leading_zeros #(.Width(Counted)) u_count (
      .data_i(marked), .count_o(left)
    );
  end else begin : gen_compared_rise
    localparam int unsigned WideBits = format_pkg::maximum(HeightBits, CountBits) + 1;
    logic [CountBits-1:0]       zeros;
    logic signed [WideBits-1:0] wide;
    leading_zeros #(.Width(Counted)) u_count (
      .data_i(significand_i[SignificandBits-1 -: Counted]), .count_o(zeros)
    );
    assign wide = WideBits'(height_i);
    assign left = wide < 0 ? '0 : (wide < $signed(WideBits'(zeros))) ? CountBits'(height_i) : zeros;
  end
  assign raised = significand_i << left;

  if (SignificandBits > WindowBits) begin : gen_longer
    assign window = raised[SignificandBits-1 -: WindowBits];
    assign lost   = |raised[SignificandBits-WindowBits-1:0];
  end else begin : gen_shorter
    assign window = WindowBits'(raised) << (WindowBits - SignificandBits);
    assign lost   = 1'b0;
  end

  // Down.
  if (Lowest < 0) begin : gen_fall
    localparam int unsigned DistanceBits = (-Lowest < $signed(WindowBits))
                                         ? $clog2(1 - Lowest) : $clog2(WindowBits + 1);
    /* verilator lint_off UNUSEDSIGNAL */  // a short way needs but the low bits
    logic [HeightBits-1:0]   depth;
    /* verilator lint_on UNUSEDSIGNAL */
    logic [DistanceBits-1:0] distance;
    logic                    is_below;
    assign is_below = height_i[HeightBits-1];
    assign depth    = -height_i;
    if (-Lowest >= (1 << DistanceBits)) begin : gen_far
      logic far;
      assign far      = |depth[HeightBits-1:DistanceBits];
      assign distance = (depth[DistanceBits-1:0] | {DistanceBits{far}}) & {DistanceBits{is_below}};
    end else begin : gen_near
      assign distance = DistanceBits'(depth) & {DistanceBits{is_below}};
    end
    shift_right_sticky #(.Width(WindowBits), .DistanceBits(DistanceBits)) u_shift (
      .data_i(window), .distance_i(distance), .sticky_i(lost), .data_o(lowered), .sticky_o
    );
  end else begin : gen_no_fall
    assign lowered  = window;
    assign sticky_o = lost;
  end

  assign {significand_o, guard_o} = lowered;
  assign hidden     = lowered[WindowBits-1];
  assign exponent_o = (ExponentBits'(height_i) - ExponentBits'(left) + ExponentBits'(Subnormals))
                      & {ExponentBits{hidden}};

endmodule
