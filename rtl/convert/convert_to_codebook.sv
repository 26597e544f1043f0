// z = the code of the value nearest to a. Twin of models/convert/convert_codebook_laws.h. Bit i of
// Cuts puts a register after stage i.
module convert_to_codebook #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 16,
  parameter  int unsigned AExponentBits  = 5,
  parameter  int unsigned AFractionBits  = 10,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned ByMagnitude    = 0,  // codes have a sign bit
  parameter  int unsigned PlaceBits      = 4,
  parameter  int unsigned ThresholdBits  = 16,
  parameter  int unsigned Cuts           = 0,
  localparam int unsigned ZWidth         = PlaceBits + ByMagnitude
) (
  input  logic              clk_i,
  input  logic              rst_ni,
  input  logic              valid_i,
  output logic              ready_o,
  input  logic [AWidth-1:0] a_i,
  input  logic              b_i,  // no operand
  output logic              valid_o,
  input  logic              ready_i,
  output logic [ZWidth-1:0] z_o
);

  // Of sign and magnitude without the sign; the least two's complement number needs all bits.
  localparam int unsigned DropsSign =
      (ByMagnitude != 0 && (AKind == format_pkg::KindSignMagnitude
                            || (AKind == format_pkg::KindFloating && AHasSign != 0))) ? 1 : 0;
  localparam int unsigned KeyBits   = AWidth - DropsSign;

  // The concatenations that registers hold, most significant first:
  //   order    sign (of codes with a sign bit) key
  localparam int unsigned OrderBits = ByMagnitude + KeyBits;

  logic order_valid, search_valid, search_ready, unused_operand;
  logic order_sign, search_sign;

  logic [OrderBits-1:0] order_d, search_in;
  logic [ZWidth-1:0]    search_d;

  assign unused_operand = b_i;

  // order
  assign order_valid = valid_i;
  convert_order #(
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero), .ByMagnitude(ByMagnitude), .KeyBits(KeyBits)
  ) u_order (.a_i, .sign_o(order_sign), .key_o(order_d[KeyBits-1:0]));
  if (ByMagnitude != 0) begin : gen_sign
    assign order_d[OrderBits-1] = order_sign;
    assign search_sign          = search_in[OrderBits-1];
  end else begin : gen_no_sign
    logic unused_sign;
    assign unused_sign = order_sign;
    assign search_sign = 1'b0;
  end
  stage_register #(.Width(OrderBits), .Cut(Cuts[0])) u_order_register (
    .clk_i, .rst_ni,
    .valid_i(order_valid), .ready_o, .data_i(order_d),
    .valid_o(search_valid), .ready_i(search_ready), .data_o(search_in)
  );

  // search
  convert_search #(
    .KeyBits(KeyBits), .PlaceBits(PlaceBits), .ThresholdBits(ThresholdBits), .HasSign(ByMagnitude)
  ) u_search (.sign_i(search_sign), .key_i(search_in[KeyBits-1:0]), .z_o(search_d));
  stage_register #(.Width(ZWidth), .Cut(Cuts[1])) u_search_register (
    .clk_i, .rst_ni,
    .valid_i(search_valid), .ready_o(search_ready), .data_i(search_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
