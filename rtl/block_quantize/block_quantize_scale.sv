// The scale's code from the greatest key: a power of two by the design's rule, or the nearest to a
// quotient; and of each sub-block how much smaller it may count. Twin of
// models/block_quantize/block_quantize_scale.h.
module block_quantize_scale #(
  parameter  int unsigned ExponentBits       = 8,
  parameter  int unsigned KeyFractionBits    = 0,
  parameter  int unsigned KeyHasRest         = 0,
  parameter  int unsigned Steps              = 0,
  parameter  int unsigned Rule               = 0,
  parameter  int unsigned ComparedBits       = 0,
  parameter  logic [63:0] Compared           = 64'd0,
  parameter  int          CodeOffset         = -2,
  parameter  int          LeastCode          = 0,
  parameter  int          GreatestCode       = 254,
  parameter  int          NanCode            = 255,
  parameter  int unsigned CanBeZero          = 0,
  parameter  int unsigned Divides            = 0,
  parameter  int unsigned Divisor            = 3,    // the greatest element's
  parameter  int unsigned QuotientBits       = 6,
  parameter  int unsigned TopHeight          = 4,    // of the quotient, in an integer scale
  parameter  int          GreatestHeight     = 132,
  parameter  int unsigned ScaleKind          = 3,
  parameter  int unsigned ScaleBits          = 8,
  parameter  int unsigned ScaleExponentBits  = 8,
  parameter  int unsigned ScaleFractionBits  = 0,
  parameter  int unsigned ScaleSpecials      = 1,
  parameter  int unsigned ScaleHasSign       = 0,
  parameter  int unsigned ScaleHasSubnormals = 0,
  parameter  int unsigned ScaleHasZero       = 0,
  parameter  int unsigned SubBlocks          = 1,
  parameter  int unsigned MicroBits          = 0,
  localparam int unsigned KeyBits            = ExponentBits + KeyFractionBits + KeyHasRest,
  localparam int unsigned MicroPortBits      = (MicroBits > 0) ? SubBlocks * MicroBits : 1
) (
  input  logic                         nan_i,
  input  logic [KeyBits-1:0]           key_i,
  input  logic [SubBlocks*KeyBits-1:0] micro_key_i,
  output logic                         clear_o,     // all elements are 0
  output logic [ScaleBits-1:0]         code_o,
  output logic [MicroPortBits-1:0]     micro_o      // one bit of 0 without sub-blocks
);

  if (Divides != 0) begin : gen_ratio
    logic unused_micro_key;
    assign unused_micro_key = ^micro_key_i;
    assign micro_o          = '0;  // such a scale has no second level

    block_quantize_ratio #(
      .ExponentBits(ExponentBits), .KeyFractionBits(KeyFractionBits), .KeyHasRest(KeyHasRest),
      .Divisor(Divisor), .QuotientBits(QuotientBits), .Offset(CodeOffset), .TopHeight(TopHeight),
      .GreatestHeight(GreatestHeight), .Kind(ScaleKind), .Width(ScaleBits),
      .FieldBits(ScaleExponentBits), .FractionBits(ScaleFractionBits), .Specials(ScaleSpecials),
      .HasSign(ScaleHasSign), .HasSubnormals(ScaleHasSubnormals), .HasZero(ScaleHasZero)
    ) u_ratio (
      .nan_i, .key_i, .clear_o, .code_o
    );
  end else begin : gen_power
    block_quantize_power #(
      .ExponentBits(ExponentBits), .KeyFractionBits(KeyFractionBits), .KeyHasRest(KeyHasRest),
      .Steps(Steps), .Rule(Rule), .ComparedBits(ComparedBits), .Compared(Compared),
      .CodeOffset(CodeOffset), .LeastCode(LeastCode), .GreatestCode(GreatestCode),
      .NanCode(NanCode), .CanBeZero(CanBeZero), .ScaleBits(ScaleBits), .SubBlocks(SubBlocks),
      .MicroBits(MicroBits)
    ) u_power (
      .nan_i, .key_i, .micro_key_i, .clear_o, .code_o, .micro_o
    );
  end

endmodule
