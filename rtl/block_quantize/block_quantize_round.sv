// Rounds every element, as convert does it, and joins them with the scale into the operand that
// block_dot takes. Twin of models/block_quantize/block_quantize_round.h.
//
//   | scale | microexponents | element Lanes-1 | ... | element 0 |
module block_quantize_round #(
  parameter  int unsigned Lanes          = 32,
  parameter  int unsigned ShiftedBits    = 3,
  parameter  int unsigned Precision      = 2,
  parameter  int unsigned ZKind          = 3,
  parameter  int unsigned ZWidth         = 4,
  parameter  int unsigned ZExponentBits  = 2,
  parameter  int unsigned ZFractionBits  = 1,
  parameter  int unsigned ZSpecials      = 2,
  parameter  int unsigned ZHasSign       = 1,
  parameter  int unsigned ZHasSubnormals = 1,
  parameter  int unsigned ZHasZero       = 1,
  parameter  int unsigned Symmetric      = 1,
  parameter  int unsigned Rounding       = 0,
  parameter  int unsigned Overflow       = 1,
  parameter  int unsigned ScaleBits      = 8,
  parameter  int unsigned SubBlocks      = 1,
  parameter  int unsigned MicroBits      = 0,
  localparam int unsigned MicroPortBits  = (MicroBits > 0) ? SubBlocks * MicroBits : 1,
  localparam int unsigned ZBits          = Lanes * ZWidth + SubBlocks * MicroBits + ScaleBits
) (
  input  logic [Lanes-1:0]             sign_i,
  input  logic [Lanes*ShiftedBits-1:0] exponent_i,
  input  logic [Lanes*Precision-1:0]   significand_i,
  input  logic [Lanes-1:0]             guard_i,
  input  logic [Lanes-1:0]             sticky_i,
  input  logic                         clear_i,     // all elements are 0
  input  logic [ScaleBits-1:0]         code_i,
  input  logic [MicroPortBits-1:0]     micro_i,
  output logic [ZBits-1:0]             z_o
);

  logic [Lanes-1:0] clear;  // a copy for each lane
  fanout_word #(.Width(1), .Copies(Lanes)) u_clear (.data_i(clear_i), .copies_o(clear));

  for (genvar i = 0; i < Lanes; i++) begin : gen_lane
    logic [ZWidth-1:0] code, element;
    logic              unused_flags;

    convert_round #(
      .ExponentBits(ShiftedBits), .Precision(Precision), .GuardBits(1), .ZKind(ZKind),
      .ZWidth(ZWidth), .ZExponentBits(ZExponentBits), .ZFractionBits(ZFractionBits),
      .ZSpecials(ZSpecials), .ZHasSign(ZHasSign), .ZHasSubnormals(ZHasSubnormals),
      .ZHasZero(ZHasZero), .Symmetric(Symmetric), .Rounding(Rounding), .Overflow(Overflow)
    ) u_round (
      .sign_i(sign_i[i]), .exponent_i(exponent_i[i*ShiftedBits +: ShiftedBits]),
      .significand_i(significand_i[i*Precision +: Precision]), .guard_i(guard_i[i]),
      .sticky_i(sticky_i[i]), .nan_i(1'b0), .infinity_i(1'b0), .rounding_i(1'b0),
      .z_o(code), .flags_o(unused_flags)
    );
    if (ZKind == format_pkg::KindSignMagnitude) begin : gen_one_zero
      assign element = {code[ZWidth-1] && |code[ZWidth-2:0], code[ZWidth-2:0]};
    end else begin : gen_as_rounded
      assign element = code;
    end
    assign z_o[i*ZWidth +: ZWidth] = element & {ZWidth{!clear[i]}};
  end

  if (MicroBits > 0) begin : gen_micro
    assign z_o[Lanes*ZWidth +: SubBlocks*MicroBits] = micro_i;
  end else begin : gen_no_micro
    logic unused_micro;
    assign unused_micro = micro_i;
  end
  assign z_o[ZBits-1 -: ScaleBits] = code_i;

endmodule
