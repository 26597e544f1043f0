// The values of a block as signs, exponents and significands, and whether one of them is not
// finite. Twin of models/block_quantize/block_quantize_unpack.h.
module block_quantize_unpack #(
  parameter int unsigned Lanes            = 32,
  parameter int unsigned AWidth           = 32,
  parameter int unsigned AExponentBits    = 8,
  parameter int unsigned AFractionBits    = 23,
  parameter int unsigned ASpecials        = 0,
  parameter int unsigned ExponentBits     = 8,
  parameter int unsigned SignificandBits  = 24,
  parameter int unsigned HasNan           = 1,    // the scale
  parameter int unsigned InfiniteExponent = 0     // not 0: infinity is a number of this exponent
) (
  input  logic [Lanes*AWidth-1:0]          a_i,            // value 0 lowest
  output logic [Lanes-1:0]                 sign_o,
  output logic [Lanes*ExponentBits-1:0]    exponent_o,     // biased
  output logic [Lanes*SignificandBits-1:0] significand_o,  // U1.(SignificandBits - 1)
  output logic                             nan_o
);

  localparam int unsigned Shorter = SignificandBits - (AFractionBits + 1);

  logic [Lanes-1:0] special;

  for (genvar i = 0; i < Lanes; i++) begin : gen_lane
    logic [AExponentBits-1:0]   exponent;
    logic [AFractionBits:0]     significand;
    logic [SignificandBits-1:0] longer;
    logic                       sign, nan, infinity;

    operand_unpack #(
      .Kind(format_pkg::KindFloating), .Width(AWidth), .ExponentBits(AExponentBits),
      .FractionBits(AFractionBits), .Specials(ASpecials)
    ) u_unpack (
      .code_i(a_i[i*AWidth +: AWidth]), .sign_o(sign), .exponent_o(exponent),
      .significand_o(significand), .nan_o(nan), .infinity_o(infinity)
    );
    assign longer     = SignificandBits'(significand) << Shorter;
    assign special[i] = nan || infinity;

    if (InfiniteExponent != 0) begin : gen_replace
      localparam logic [ExponentBits-1:0] Infinite = ExponentBits'(InfiniteExponent);
      logic [ExponentBits-1:0] finite;
      assign finite    = ExponentBits'(exponent);
      assign sign_o[i] = sign && !nan;
      assign exponent_o[i*ExponentBits +: ExponentBits] =
          nan ? ExponentBits'(1) : infinity ? Infinite : finite;
      assign significand_o[i*SignificandBits +: SignificandBits] =
          (longer | {SignificandBits{infinity}}) & {SignificandBits{!nan}};
    end else begin : gen_keep
      assign sign_o[i] = sign;
      assign exponent_o[i*ExponentBits +: ExponentBits] = ExponentBits'(exponent);
      assign significand_o[i*SignificandBits +: SignificandBits] = longer;
    end
  end

  assign nan_o = HasNan != 0 && |special;

endmodule
