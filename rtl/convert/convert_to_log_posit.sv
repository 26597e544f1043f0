// z = a as a log posit. Twin of models/convert/convert_to_log_posit_laws.h. Bit i of Cuts puts a
// register after stage i.
module convert_to_log_posit #(
  parameter  int unsigned AKind           = 3,
  parameter  int unsigned AWidth          = 16,
  parameter  int unsigned AExponentBits   = 5,
  parameter  int unsigned AFractionBits   = 10,
  parameter  int unsigned ASpecials       = 0,
  parameter  int unsigned AHasSign        = 1,
  parameter  int unsigned AHasSubnormals  = 1,
  parameter  int unsigned AHasZero        = 1,
  parameter  int unsigned ZWidth          = 8,
  parameter  int unsigned ZExponentSize   = 1,
  // int: from the biased exponent to the scale, models/convert/convert_shape.h
  parameter  int unsigned HeightOffset    = 32'hffff_fff1,
  parameter  int unsigned Cuts            = 0
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

  localparam int unsigned SignificandBits =
      format_pkg::significand_bits(AKind, AWidth, AFractionBits);
  localparam int Lowest  = convert_pkg::least_exponent(AKind, AWidth, AExponentBits, AHasSubnormals)
                           + $signed(HeightOffset);
  localparam int Highest = convert_pkg::greatest_exponent(AKind, AWidth, AExponentBits)
                           + $signed(HeightOffset);
  localparam int unsigned ExponentBits = convert_pkg::exponent_bits(Highest - $signed(HeightOffset));
  localparam int unsigned Normalized   =
      convert_pkg::normalized(AKind, AFractionBits, AHasSubnormals, 0);
  localparam int unsigned ScaleBits    =
      convert_pkg::leading_scale_bits(Lowest, Highest, SignificandBits, Normalized);
  localparam int unsigned KeptBits     = posit_pkg::kept_bits(ZWidth, ZExponentSize);

  // The concatenations that registers hold, most significant first:
  //   unpack     sign exponent significand nan infinity
  //   leading    sign scale significand nan
  //   logarithm  sign scale significand sticky nan
  localparam int unsigned UnpackBits    = 3 + ExponentBits + SignificandBits;
  localparam int unsigned LeadingBits   = 2 + ScaleBits + SignificandBits;
  localparam int unsigned LogarithmBits = 3 + ScaleBits + KeptBits;

  logic unpack_valid, leading_valid, logarithm_valid, round_valid;
  logic leading_ready, logarithm_ready, round_ready, unused_operand, unused_sticky, unused_infinity;

  logic [UnpackBits-1:0]    unpack_d, leading_in;
  logic [LeadingBits-1:0]   leading_d, logarithm_in;
  logic [LogarithmBits-1:0] logarithm_d, round_in;
  logic [ZWidth-1:0]        round_d;

  assign unused_operand = b_i;

  // unpack
  assign unpack_valid = valid_i;
  convert_unpack #(
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero), .ExponentBits(ExponentBits)
  ) u_unpack (
    .a_i, .b_i(1'b0),
    .sign_o(unpack_d[UnpackBits-1]), .exponent_o(unpack_d[UnpackBits-2 -: ExponentBits]),
    .significand_o(unpack_d[2 +: SignificandBits]), .nan_o(unpack_d[1]), .infinity_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(leading_valid), .ready_i(leading_ready), .data_o(leading_in)
  );

  // leading: nothing is cut
  convert_leading #(
    .SignificandBits(SignificandBits), .ExponentBits(ExponentBits), .HeightOffset(HeightOffset),
    .Normalized(Normalized), .ScaleBits(ScaleBits), .KeptBits(SignificandBits), .InfinityIsNan(1)
  ) u_leading (
    .sign_i(leading_in[UnpackBits-1]), .exponent_i(leading_in[UnpackBits-2 -: ExponentBits]),
    .significand_i(leading_in[2 +: SignificandBits]), .nan_i(leading_in[1]),
    .infinity_i(leading_in[0]),
    .sign_o(leading_d[LeadingBits-1]), .scale_o(leading_d[LeadingBits-2 -: ScaleBits]),
    .significand_o(leading_d[1 +: SignificandBits]), .sticky_o(unused_sticky),
    .nan_o(leading_d[0]), .infinity_o(unused_infinity)
  );
  stage_register #(.Width(LeadingBits), .Cut(Cuts[1])) u_leading_register (
    .clk_i, .rst_ni,
    .valid_i(leading_valid), .ready_o(leading_ready), .data_i(leading_d),
    .valid_o(logarithm_valid), .ready_i(logarithm_ready), .data_o(logarithm_in)
  );

  // logarithm
  convert_log_fraction #(.SignificandBits(SignificandBits), .KeptBits(KeptBits)) u_logarithm (
    .significand_i(logarithm_in[1 +: SignificandBits]),
    .significand_o(logarithm_d[2 +: KeptBits]), .sticky_o(logarithm_d[1])
  );
  assign logarithm_d[LogarithmBits-1 -: ScaleBits+1] = logarithm_in[LeadingBits-1 -: ScaleBits+1];
  assign logarithm_d[0] = logarithm_in[0];
  stage_register #(.Width(LogarithmBits), .Cut(Cuts[2])) u_logarithm_register (
    .clk_i, .rst_ni,
    .valid_i(logarithm_valid), .ready_o(logarithm_ready), .data_i(logarithm_d),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_in)
  );

  // round
  convert_log_posit_round #(
    .Width(ZWidth), .ExponentSize(ZExponentSize), .ScaleBits(ScaleBits)
  ) u_round (
    .sign_i(round_in[LogarithmBits-1]), .scale_i(round_in[LogarithmBits-2 -: ScaleBits]),
    .significand_i(round_in[2 +: KeptBits]), .sticky_i(round_in[1]), .nan_i(round_in[0]),
    .z_o(round_d)
  );
  stage_register #(.Width(ZWidth), .Cut(Cuts[3])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
