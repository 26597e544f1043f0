// The code of a scale that is a power of two, by the design's rule, and of each sub-block how much
// smaller it may count. Twin of models/block_quantize/block_quantize_power.h.
module block_quantize_power #(
  parameter  int unsigned ExponentBits    = 8,
  parameter  int unsigned KeyFractionBits = 0,
  parameter  int unsigned KeyHasRest      = 0,
  parameter  int unsigned Steps           = 0,
  parameter  int unsigned Rule            = 0,
  parameter  int unsigned ComparedBits    = 0,
  parameter  logic [63:0] Compared        = 64'd0,
  parameter  int          CodeOffset      = -2,
  parameter  int          LeastCode       = 0,
  parameter  int          GreatestCode    = 254,
  parameter  int          NanCode         = 255,
  parameter  int unsigned CanBeZero       = 0,
  parameter  int unsigned ScaleBits       = 8,
  parameter  int unsigned SubBlocks       = 1,
  parameter  int unsigned MicroBits       = 0,
  localparam int unsigned KeyBits         = ExponentBits + KeyFractionBits + KeyHasRest,
  localparam int unsigned MicroPortBits   = (MicroBits > 0) ? SubBlocks * MicroBits : 1
) (
  input  logic                         nan_i,
  input  logic [KeyBits-1:0]           key_i,
  /* verilator lint_off UNUSEDSIGNAL */  // without sub-blocks
  input  logic [SubBlocks*KeyBits-1:0] micro_key_i,
  /* verilator lint_on UNUSEDSIGNAL */
  output logic                         clear_o,
  output logic [ScaleBits-1:0]         code_o,
  output logic [MicroPortBits-1:0]     micro_o     // one bit of 0 without sub-blocks
);

  localparam int unsigned WideBits    = (KeyFractionBits > 0) ? KeyFractionBits : 1;
  localparam int unsigned LeadingBits =
      format_pkg::range_bits(-$signed(Steps), (1 << ExponentBits) - 1);
  // Every code, limited or not, and what is subtracted from it.
  localparam int Lowest  = block_quantize_pkg::lesser(-$signed(Steps) + CodeOffset, LeastCode);
  localparam int Highest =
      block_quantize_pkg::greater((1 << ExponentBits) + CodeOffset, GreatestCode);
  localparam int unsigned CodeBits = format_pkg::range_bits(Lowest, Highest);

  logic                          is_below, rest, up;
  logic signed [LeadingBits-1:0] exponent;
  logic [WideBits-1:0]           fraction;
  logic signed [CodeBits-1:0]    free, limited;
  /* verilator lint_off UNUSEDSIGNAL */  // the code has fewer bits than what it is limited from
  logic signed [CodeBits-1:0]    chosen;
  /* verilator lint_on UNUSEDSIGNAL */

  block_quantize_normalize #(
    .ExponentBits(ExponentBits), .KeyFractionBits(KeyFractionBits), .KeyHasRest(KeyHasRest),
    .Steps(Steps)
  ) u_normalize (
    .key_i, .is_below_o(is_below), .exponent_o(exponent), .fraction_o(fraction), .rest_o(rest)
  );

  // Whether the rule wants one exponent more than the largest value has.
  if (Rule == block_quantize_pkg::RuleCeil) begin : gen_ceil
    assign up = |fraction || rest;
  end else if (Rule == block_quantize_pkg::RuleEven) begin : gen_even
    logic unused_rest;
    assign unused_rest = ^{fraction, rest};
    if (ComparedBits > KeyFractionBits) begin : gen_short
      assign up = 1'b0;  // a source's fraction that ends above them is not all ones
    end else begin : gen_ones
      assign up = &fraction[WideBits-1 -: ComparedBits];
    end
  end else if (Rule == block_quantize_pkg::RuleRceil) begin : gen_rceil
    localparam int unsigned Both = format_pkg::maximum(WideBits, ComparedBits) + 1;
    localparam logic [Both-1:0] Limit = Both'(Compared) << (Both - ComparedBits);
    logic [Both-1:0] whole;
    assign whole = {fraction, {(Both-WideBits){1'b0}}} | Both'(rest);
    assign up    = whole > Limit;
  end else begin : gen_floor
    logic unused_fraction;
    assign unused_fraction = ^{fraction, rest};
    assign up              = 1'b0;
  end

  assign free    = CodeBits'(exponent) + CodeBits'(CodeOffset) + $signed({{(CodeBits-1){1'b0}}, up});
  assign limited = (free < $signed(CodeBits'(LeastCode)))    ? $signed(CodeBits'(LeastCode))
                 : (free > $signed(CodeBits'(GreatestCode))) ? $signed(CodeBits'(GreatestCode))
                                                             : free;

  if (LeastCode != 0) begin : gen_least
    assign chosen = !is_below ? limited : (key_i == '0) ? '0 : $signed(CodeBits'(LeastCode));
  end else begin : gen_least_is_0
    assign chosen = is_below ? '0 : limited;
  end
  assign code_o  = nan_i ? ScaleBits'(NanCode) : ScaleBits'(chosen);
  assign clear_o = nan_i || (CanBeZero != 0 && code_o == '0);

  if (MicroBits > 0) begin : gen_micro
    localparam int MostMicro = (1 << MicroBits) - 1;
    localparam int unsigned RoomBits = CodeBits + 2;

    // What the elements allow of the block: its scale's code, less the offset.
    logic signed [RoomBits-1:0] allowed;
    assign allowed = RoomBits'(chosen) - RoomBits'(CodeOffset);

    for (genvar i = 0; i < SubBlocks; i++) begin : gen_sub_block
      logic                          sub_below, unused_rest;
      logic signed [LeadingBits-1:0] sub_exponent;
      logic [WideBits-1:0]           unused_fraction;
      logic signed [RoomBits-1:0]    room;
      logic [MicroBits-1:0]          micro;

      block_quantize_normalize #(
        .ExponentBits(ExponentBits), .KeyFractionBits(KeyFractionBits), .KeyHasRest(KeyHasRest),
        .Steps(Steps)
      ) u_normalize (
        .key_i(micro_key_i[i*KeyBits +: KeyBits]), .is_below_o(sub_below),
        .exponent_o(sub_exponent), .fraction_o(unused_fraction), .rest_o(unused_rest)
      );
      assign room  = allowed - RoomBits'(sub_exponent);
      assign micro = (sub_below || room > $signed(RoomBits'(MostMicro))) ? '1
                   : (room < 0)                                          ? '0 : MicroBits'(room);
      assign micro_o[i*MicroBits +: MicroBits] = micro & {MicroBits{!clear_o}};
    end
  end else begin : gen_no_micro
    assign micro_o = 1'b0;
  end

endmodule
