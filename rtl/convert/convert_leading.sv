// Brings a number's leading one to the top, for the targets that have no lowest binade. Twin of
// models/convert/convert_leading.h.
//
//   significand | 0 0 1 x x x x |              left by its leading zeros, unless it has none
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

  localparam int unsigned WideBits = format_pkg::maximum(ScaleBits, ExponentBits + 1);

  logic [SignificandBits-1:0] raised;
  /* verilator lint_off UNUSEDSIGNAL */  // a scale may need fewer bits than exponents have
  logic [WideBits-1:0]        height, scale;
  /* verilator lint_on UNUSEDSIGNAL */

  assign height = WideBits'(exponent_i) + HeightOffset[WideBits-1:0];

  if (Normalized != 0 || SignificandBits == 1) begin : gen_normalized
    assign raised = significand_i;
    if (Normalized != 0) begin : gen_constant
      assign scale = height;
    end else begin : gen_one_bit
      assign scale = height - WideBits'(significand_i == '0);
    end
  end else begin : gen_raise
    localparam int unsigned CountBits = $clog2(SignificandBits + 1);
    logic [CountBits-1:0] zeros;

    leading_zeros #(.Width(SignificandBits)) u_zeros (.data_i(significand_i), .count_o(zeros));
    assign raised = significand_i << zeros;
    assign scale  = height - WideBits'(zeros);
  end

  if (KeptBits < SignificandBits) begin : gen_cut
    assign significand_o = raised[SignificandBits-1 -: KeptBits];
    assign sticky_o      = |raised[SignificandBits-KeptBits-1:0];
  end else begin : gen_pad
    assign significand_o = KeptBits'(raised) << (KeptBits - SignificandBits);
    assign sticky_o      = 1'b0;
  end

  assign sign_o     = sign_i;
  assign scale_o    = scale[ScaleBits-1:0];
  assign nan_o      = nan_i || (InfinityIsNan != 0 && infinity_i);
  assign infinity_o = infinity_i && InfinityIsNan == 0;

endmodule
