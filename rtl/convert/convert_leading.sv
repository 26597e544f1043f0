// Brings a number's leading one to the top, for the targets that have no lowest binade. Twin of
// models/convert/convert_leading.h.
//
//   significand | 0 0 1 x x x x |      left by its leading zeros (posit_normalize), unless it has none
//   leading     | 1 x x x | rest |  or  | 1 x x x x 0 0 |     cut or padded to what is kept
module convert_leading #(
  parameter  int unsigned SignificandBits = 24,
  parameter  int unsigned ExponentBits    = 8,
  parameter  int unsigned HeightOffset    = 32'hffff_ff81,  // int: from the exponent to the scale
  parameter  int unsigned Normalized      = 0,
  parameter  int unsigned ScaleBits       = 9,
  parameter  int unsigned KeptBits        = 14,
  parameter  int unsigned InfinityIsNan   = 1
) (
  input  logic                       sign_i,
  input  logic [ExponentBits-1:0]    exponent_i,
  input  logic [SignificandBits-1:0] significand_i,
  input  logic                       nan_i,
  input  logic                       infinity_i,
  output logic                       sign_o,
  output logic [ScaleBits-1:0]       scale_o,        // two's complement
  output logic [KeptBits-1:0]        significand_o,  // U1.(KeptBits-1), in [1, 2) or 0
  output logic                       sticky_o,
  output logic                       nan_o,
  output logic                       infinity_o
);

  logic                 nan;
  logic [ScaleBits-1:0] height;

  assign height     = ScaleBits'({1'b0, exponent_i}) + HeightOffset[ScaleBits-1:0];
  assign nan        = nan_i || (InfinityIsNan != 0 && infinity_i);
  assign infinity_o = infinity_i && InfinityIsNan == 0;

  if (Normalized != 0) begin : gen_cut
    // Zeros below, where more is kept than there is; one at least.
    localparam int unsigned PadBits  =
        (KeptBits >= SignificandBits) ? KeptBits - SignificandBits + 1 : 1;
    localparam int unsigned RestBits = SignificandBits + PadBits - KeptBits;
    logic [SignificandBits+PadBits-1:0] padded;

    assign padded        = {significand_i, {PadBits{1'b0}}};
    assign significand_o = padded[RestBits +: KeptBits];
    assign sticky_o      = |padded[RestBits-1:0];
    assign sign_o        = sign_i;
    assign scale_o       = height;
    assign nan_o         = nan;
  end else begin : gen_raise
    posit_normalize #(
      .SumBits(SignificandBits), .UnitBits(0), .ScaleBits(ScaleBits), .NormalizedBits(ScaleBits),
      .KeptBits(KeptBits)
    ) u_normalize (
      .sign_i, .scale_i(height), .sum_i(significand_i), .sticky_i(1'b0), .nar_i(nan),
      .sign_o, .scale_o, .significand_o, .sticky_o, .nar_o(nan_o)
    );
  end

endmodule
