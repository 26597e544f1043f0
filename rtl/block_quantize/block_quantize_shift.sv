// Brings every significand to its place in its element, as convert does it; the height is that under
// the block's scale and the sub-block's microexponent, or of a quotient its own. Twin of
// models/block_quantize/block_quantize_shift.h; convert_shift has the drawings.
module block_quantize_shift #(
  parameter  int unsigned Lanes              = 32,
  parameter  int unsigned ExponentBits       = 8,
  parameter  int unsigned SignificandBits    = 24,
  parameter  int unsigned ScaleBits          = 8,
  parameter  int unsigned ScaleIsExponent    = 0,   // its code is two's complement
  parameter  int unsigned Divides            = 0,   // exponents are those of quotients
  parameter  int unsigned MicroLanes         = 0,
  parameter  int unsigned MicroBits          = 0,
  parameter  int          HeightOffset       = 0,   // height = exponent - code + micro + this
  parameter  int          LeastHeight        = -254,
  parameter  int          GreatestHeight     = 2,
  parameter  int          UnnormalizedHeight = 1,   // the greatest without a hidden bit
  parameter  int unsigned ToInteger          = 0,
  parameter  int unsigned ZHasSubnormals     = 1,
  parameter  int unsigned Precision          = 2,
  parameter  int unsigned TopHeight          = 2,   // of an integer
  parameter  int unsigned ShiftedBits        = 3,
  localparam int unsigned SubBlocks          = (MicroLanes != 0) ? Lanes / MicroLanes : 1,
  localparam int unsigned MicroPortBits      = (MicroBits > 0) ? SubBlocks * MicroBits : 1
) (
  input  logic [Lanes*ExponentBits-1:0]    exponent_i,
  input  logic [Lanes*SignificandBits-1:0] significand_i,
  input  logic [ScaleBits-1:0]             code_i,
  input  logic [MicroPortBits-1:0]         micro_i,
  output logic [Lanes*ShiftedBits-1:0]     exponent_o,
  output logic [Lanes*Precision-1:0]       significand_o,
  output logic [Lanes-1:0]                 guard_o,
  output logic [Lanes-1:0]                 sticky_o
);

  localparam int unsigned HeightBits = format_pkg::range_bits(LeastHeight, GreatestHeight);

  localparam int unsigned SharedLanes = Lanes / SubBlocks;

  // What is added to the exponents of a sub-block, one copy a lane.
  logic [HeightBits-1:0]       code;
  logic [Lanes*HeightBits-1:0] base;

  if (Divides != 0) begin : gen_no_code
    logic unused_code;
    assign unused_code = ^code_i;
    assign code        = '0;
  end else if (ScaleIsExponent != 0) begin : gen_signed_code
    assign code = HeightBits'($signed(code_i));
  end else begin : gen_code
    assign code = HeightBits'(code_i);
  end
  for (genvar i = 0; i < SubBlocks; i++) begin : gen_base
    logic [HeightBits-1:0] shared;
    if (MicroBits > 0) begin : gen_micro
      logic [HeightBits-1:0] micro;
      assign micro  = HeightBits'(micro_i[i*MicroBits +: MicroBits]);
      assign shared = HeightBits'(HeightOffset) - code + micro;
    end else begin : gen_no_micro
      assign shared = HeightBits'(HeightOffset) - code;
    end
    if (Divides != 0) begin : gen_constant
      assign base = {Lanes{shared}};
    end else begin : gen_copies
      fanout_word #(.Width(HeightBits), .Copies(SharedLanes)) u_copies (
        .data_i(shared),
        .copies_o(base[i*SharedLanes*HeightBits +: SharedLanes*HeightBits])
      );
    end
  end
  if (MicroBits == 0) begin : gen_no_micro
    logic unused_micro;
    assign unused_micro = micro_i;
  end

  for (genvar i = 0; i < Lanes; i++) begin : gen_lane
    logic [HeightBits-1:0]      exponent, height;
    logic [SignificandBits-1:0] significand;

    assign exponent    = HeightBits'(exponent_i[i*ExponentBits +: ExponentBits]);
    assign height      = exponent + base[i*HeightBits +: HeightBits];
    assign significand = significand_i[i*SignificandBits +: SignificandBits];

    if (ToInteger != 0) begin : gen_integer
      convert_place #(
        .SignificandBits(SignificandBits), .HeightBits(HeightBits), .Lowest(LeastHeight),
        .Highest(GreatestHeight), .TopHeight(TopHeight), .Precision(Precision), .GuardBits(1)
      ) u_place (
        .height_i(height), .significand_i(significand),
        .beyond_o(exponent_o[i*ShiftedBits +: ShiftedBits]),
        .significand_o(significand_o[i*Precision +: Precision]), .guard_o(guard_o[i]),
        .sticky_o(sticky_o[i])
      );
    end else begin : gen_floating
      convert_normalize #(
        .SignificandBits(SignificandBits), .HeightBits(HeightBits), .Lowest(LeastHeight),
        .UnnormalizedHeight(UnnormalizedHeight), .Subnormals(ZHasSubnormals),
        .Precision(Precision), .GuardBits(1), .ExponentBits(ShiftedBits)
      ) u_normalize (
        .height_i(height), .significand_i(significand),
        .exponent_o(exponent_o[i*ShiftedBits +: ShiftedBits]),
        .significand_o(significand_o[i*Precision +: Precision]), .guard_o(guard_o[i]),
        .sticky_o(sticky_o[i])
      );
    end
  end

endmodule
