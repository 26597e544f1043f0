// z = a * b with one rounding, of posits. Twin of models/posit_mul/posit_mul_laws.h. Bit i of Cuts
// puts a register after stage i.
module posit_mul #(
  parameter int unsigned AWidth         = 8,
  parameter int unsigned AExponentSize  = 2,
  parameter int unsigned BWidth         = 8,
  parameter int unsigned BExponentSize  = 2,
  parameter int unsigned CWidth         = 8,
  parameter int unsigned CExponentSize  = 2,
  parameter int unsigned Multiplier     = 0,
  parameter int unsigned Adder          = 0,
  parameter int unsigned Cuts           = 0
) (
  input  logic              clk_i,
  input  logic              rst_ni,
  input  logic              valid_i,
  output logic              ready_o,
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  output logic              valid_o,
  input  logic              ready_i,
  output logic [CWidth-1:0] z_o
);

  localparam int unsigned ABits      = posit_pkg::significand_bits(AWidth, AExponentSize);
  localparam int unsigned BBits      = posit_pkg::significand_bits(BWidth, BExponentSize);
  localparam int unsigned AScaleBits = posit_pkg::scale_bits(AWidth, AExponentSize);
  localparam int unsigned BScaleBits = posit_pkg::scale_bits(BWidth, BExponentSize);
  localparam int AZero     = posit_pkg::zero_scale(AWidth, AExponentSize);
  localparam int BZero     = posit_pkg::zero_scale(BWidth, BExponentSize);
  localparam int AGreatest = posit_pkg::greatest_scale(AWidth, AExponentSize);
  localparam int BGreatest = posit_pkg::greatest_scale(BWidth, BExponentSize);
  localparam int unsigned ProductBits      = ABits + BBits;
  localparam int unsigned ProductScaleBits =
      format_pkg::range_bits(AZero + BZero, AGreatest + BGreatest);
  localparam int unsigned KeptBits = posit_pkg::kept_bits(CWidth, CExponentSize);
  localparam int unsigned NormalizedBits =
      format_pkg::range_bits(AZero + BZero, AGreatest + BGreatest + 1);

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_scale a_significand a_nar, the same of b
  //   multiply    sign scale significand nar
  //   normalize   sign scale significand sticky nar
  localparam int unsigned BOperandBits  = 2 + BScaleBits + BBits;
  localparam int unsigned UnpackBits    = 2 + AScaleBits + ABits + BOperandBits;
  localparam int unsigned MultiplyBits  = 2 + ProductScaleBits + ProductBits;
  localparam int unsigned NormalizeBits = 3 + NormalizedBits + KeptBits;

  logic unpack_valid, multiply_valid, normalize_valid, round_valid;
  logic multiply_ready, normalize_ready, round_ready;
  logic [UnpackBits-1:0]    unpack_d, multiply_in;
  logic [MultiplyBits-1:0]  multiply_d, normalize_in;
  logic [NormalizeBits-1:0] normalize_d, round_in;
  logic [CWidth-1:0]        round_d;

  // unpack
  assign unpack_valid = valid_i;
  posit_unpack #(
    .AWidth(AWidth), .AExponentSize(AExponentSize), .BWidth(BWidth), .BExponentSize(BExponentSize)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_scale_o(unpack_d[UnpackBits-2 -: AScaleBits]),
    .a_significand_o(unpack_d[BOperandBits+1 +: ABits]), .a_nar_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_scale_o(unpack_d[BOperandBits-2 -: BScaleBits]),
    .b_significand_o(unpack_d[1 +: BBits]), .b_nar_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o(multiply_in)
  );

  // multiply
  posit_multiply #(
    .ABits(ABits), .BBits(BBits), .AScaleBits(AScaleBits), .BScaleBits(BScaleBits),
    .ScaleBits(ProductScaleBits), .Multiplier(Multiplier), .Adder(Adder)
  ) u_multiply (
    .a_sign_i(multiply_in[UnpackBits-1]), .a_scale_i(multiply_in[UnpackBits-2 -: AScaleBits]),
    .a_significand_i(multiply_in[BOperandBits+1 +: ABits]), .a_nar_i(multiply_in[BOperandBits]),
    .b_sign_i(multiply_in[BOperandBits-1]), .b_scale_i(multiply_in[BOperandBits-2 -: BScaleBits]),
    .b_significand_i(multiply_in[1 +: BBits]), .b_nar_i(multiply_in[0]),
    .sign_o(multiply_d[MultiplyBits-1]),
    .scale_o(multiply_d[MultiplyBits-2 -: ProductScaleBits]),
    .significand_o(multiply_d[1 +: ProductBits]), .nar_o(multiply_d[0])
  );
  stage_register #(.Width(MultiplyBits), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i(multiply_d),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_in)
  );

  // normalize
  posit_mul_normalize #(
    .ProductBits(ProductBits), .ScaleBits(ProductScaleBits), .NormalizedBits(NormalizedBits),
    .KeptBits(KeptBits)
  ) u_normalize (
    .sign_i(normalize_in[MultiplyBits-1]),
    .scale_i(normalize_in[MultiplyBits-2 -: ProductScaleBits]),
    .significand_i(normalize_in[1 +: ProductBits]), .nar_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .scale_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[2 +: KeptBits]), .sticky_o(normalize_d[1]), .nar_o(normalize_d[0])
  );
  stage_register #(.Width(NormalizeBits), .Cut(Cuts[2])) u_normalize_register (
    .clk_i, .rst_ni,
    .valid_i(normalize_valid), .ready_o(normalize_ready), .data_i(normalize_d),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_in)
  );

  // round
  posit_round #(
    .Width(CWidth), .ExponentSize(CExponentSize), .ScaleBits(NormalizedBits)
  ) u_round (
    .sign_i(round_in[NormalizeBits-1]), .scale_i(round_in[NormalizeBits-2 -: NormalizedBits]),
    .significand_i(round_in[2 +: KeptBits]), .sticky_i(round_in[1]), .nar_i(round_in[0]),
    .z_o(round_d)
  );
  stage_register #(.Width(CWidth), .Cut(Cuts[3])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
