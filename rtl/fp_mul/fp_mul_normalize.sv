// Brings the product's leading one to the top; below the least exponent, where the result is
// subnormal, to the place that its exponent says. Twin of models/fp_mul/fp_mul_normalize.h.
//
//   product   | 2 | 1 | fraction ......... | ....... |   the units have exponent_i
//   window    | 2 | 1 | fraction ......... |             the rest OR-ed into sticky_o
//   moved     | 0 ... 0 | 2 | 1 | fraction |...          right by -exponent_i where that is negative
//   kept      | 1 | fraction | guard |                   left by one if the top is 0 and may move
//
// How far to the right depends on the exponent alone, and is known beside the product.
module fp_mul_normalize #(
  parameter  int unsigned ProductBits    = 8,
  parameter  int unsigned ExponentBits   = 7,   // two's complement
  parameter  int          LeastExponent  = -8,
  parameter  int unsigned Precision      = 4,
  parameter  int unsigned RandomBits     = 0,
  parameter  int unsigned GuardBits      = 1,
  parameter  int unsigned NormalizedBits = 8
) (
  input  logic                      sign_i,
  input  logic [ExponentBits-1:0]   exponent_i,
  input  logic [ProductBits-1:0]    significand_i,  // U2.(ProductBits-2), in [1, 4) or 0
  input  logic                      nan_i,
  input  logic                      infinity_i,
  output logic                      sign_o,
  output logic [NormalizedBits-1:0] exponent_o,     // biased; 0 for subnormals and zero
  output logic [Precision-1:0]      significand_o,  // U1.(Precision-1)
  output logic [GuardBits-1:0]      guard_o,        // U0.GuardBits
  output logic                      sticky_o,
  output logic                      nan_o,
  output logic                      infinity_o
);

  localparam int unsigned WindowBits   = fp_mul_pkg::window_bits(Precision, RandomBits);
  localparam int unsigned MaxDistance  = fp_mul_pkg::max_distance(LeastExponent, WindowBits);
  localparam int unsigned KeptBits     = Precision + GuardBits;

  logic [WindowBits-1:0] window, moved, kept;
  logic                  beyond, lost;

  if (ProductBits > WindowBits) begin : gen_beyond
    assign window = significand_i[ProductBits-1 -: WindowBits];
    assign beyond = |significand_i[ProductBits-WindowBits-1:0];
  end else begin : gen_all
    assign window = WindowBits'(significand_i) << (WindowBits - ProductBits);
    assign beyond = 1'b0;
  end

  // A leading zero goes where the exponent is at least 1, so that it stays so.
  logic may_move;

  if (MaxDistance > 0) begin : gen_subnormal
    localparam int unsigned DistanceBits = $clog2(MaxDistance + 1);

    logic [ExponentBits-1:0] below;
    logic [DistanceBits-1:0] distance;
    logic                    negative;

    assign negative = exponent_i[ExponentBits-1];
    assign below    = -exponent_i;
    assign distance = !negative                ? '0
                    : 32'(below) > MaxDistance ? DistanceBits'(MaxDistance)
                                               : DistanceBits'(below);
    assign may_move = !negative && exponent_i != '0;

    shift_right_sticky #(.Width(WindowBits), .DistanceBits(DistanceBits)) u_shift (
      .data_i(window), .distance_i(distance), .sticky_i(beyond), .data_o(moved), .sticky_o(lost)
    );
  end else begin : gen_normal
    assign may_move = exponent_i != '0;
    assign moved    = window;
    assign lost     = beyond;
  end

  assign kept = (may_move && !moved[WindowBits-1]) ? moved << 1 : moved;

  assign significand_o = kept[WindowBits-1 -: Precision];
  assign guard_o       = kept[WindowBits-Precision-1 -: GuardBits];
  if (WindowBits > KeptBits) begin : gen_rest
    assign sticky_o = lost || |kept[WindowBits-KeptBits-1:0];
  end else begin : gen_no_rest
    assign sticky_o = lost;
  end

  // The top, where it is 1, has the exponent of the units plus 1, less what it moved.
  logic [NormalizedBits-1:0] exponent;

  assign exponent   = NormalizedBits'($signed(exponent_i))
                      + NormalizedBits'(moved[WindowBits-1]);
  assign exponent_o = exponent & {NormalizedBits{kept[WindowBits-1]}};

  assign sign_o     = sign_i;
  assign nan_o      = nan_i;
  assign infinity_o = infinity_i;

endmodule
