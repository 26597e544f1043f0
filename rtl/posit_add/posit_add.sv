// z = a + b with one rounding, of posits. Twin of models/posit_add/posit_add_laws.h. Bit i of Cuts
// puts a register after stage i.
module posit_add #(
  parameter int unsigned AWidth         = 8,
  parameter int unsigned AExponentSize  = 2,
  parameter int unsigned BWidth         = 8,
  parameter int unsigned BExponentSize  = 2,
  parameter int unsigned CWidth         = 8,
  parameter int unsigned CExponentSize  = 2,
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
  localparam int unsigned KeptBits = posit_pkg::kept_bits(CWidth, CExponentSize);
  localparam int unsigned WindowBits =
      posit_pkg::window_bits(KeptBits, format_pkg::maximum(ABits, BBits));
  localparam int unsigned TermBits = WindowBits + 1;
  localparam int unsigned SumBits  = TermBits + 1;
  localparam int Least    = posit_pkg::least(AZero, BZero);
  localparam int Greatest = posit_pkg::greatest(AGreatest, BGreatest);
  localparam int unsigned ScaleBits      = format_pkg::range_bits(Least, Greatest);
  localparam int unsigned NormalizedBits = format_pkg::range_bits(Least, Greatest + 1);

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_scale a_significand a_nar, the same of b
  //   align       sign subtract scale large small sticky nar
  //   add         sign scale sum sticky nar
  //   normalize   sign scale significand sticky nar
  localparam int unsigned BOperandBits  = 2 + BScaleBits + BBits;
  localparam int unsigned UnpackBits    = 2 + AScaleBits + ABits + BOperandBits;
  localparam int unsigned AlignBits     = 4 + ScaleBits + 2 * TermBits;
  localparam int unsigned AddBits       = 3 + ScaleBits + SumBits;
  localparam int unsigned NormalizeBits = 3 + NormalizedBits + KeptBits;

  logic unpack_valid, align_valid, add_valid, normalize_valid, round_valid;
  logic align_ready, add_ready, normalize_ready, round_ready;
  logic [UnpackBits-1:0]    unpack_d, align_in;
  logic [AlignBits-1:0]     align_d, add_in;
  logic [AddBits-1:0]       add_d, normalize_in;
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
    .valid_o(align_valid), .ready_i(align_ready), .data_o(align_in)
  );

  // align
  posit_add_align #(
    .ABits(ABits), .BBits(BBits), .AScaleBits(AScaleBits), .BScaleBits(BScaleBits),
    .WindowBits(WindowBits), .ScaleBits(ScaleBits)
  ) u_align (
    .a_sign_i(align_in[UnpackBits-1]), .a_scale_i(align_in[UnpackBits-2 -: AScaleBits]),
    .a_significand_i(align_in[BOperandBits+1 +: ABits]), .a_nar_i(align_in[BOperandBits]),
    .b_sign_i(align_in[BOperandBits-1]), .b_scale_i(align_in[BOperandBits-2 -: BScaleBits]),
    .b_significand_i(align_in[1 +: BBits]), .b_nar_i(align_in[0]),
    .sign_o(align_d[AlignBits-1]), .subtract_o(align_d[AlignBits-2]),
    .scale_o(align_d[AlignBits-3 -: ScaleBits]), .large_o(align_d[2+TermBits +: TermBits]),
    .small_o(align_d[2 +: TermBits]), .sticky_o(align_d[1]), .nar_o(align_d[0])
  );
  stage_register #(.Width(AlignBits), .Cut(Cuts[1])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), .data_i(align_d),
    .valid_o(add_valid), .ready_i(add_ready), .data_o(add_in)
  );

  // add
  posit_sum #(.TermBits(TermBits), .ScaleBits(ScaleBits), .Adder(Adder)) u_add (
    .sign_i(add_in[AlignBits-1]), .subtract_i(add_in[AlignBits-2]),
    .scale_i(add_in[AlignBits-3 -: ScaleBits]), .large_i(add_in[2+TermBits +: TermBits]),
    .small_i(add_in[2 +: TermBits]), .sticky_i(add_in[1]), .nar_i(add_in[0]),
    .sign_o(add_d[AddBits-1]), .scale_o(add_d[AddBits-2 -: ScaleBits]),
    .sum_o(add_d[2 +: SumBits]), .sticky_o(add_d[1]), .nar_o(add_d[0])
  );
  stage_register #(.Width(AddBits), .Cut(Cuts[2])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), .data_i(add_d),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_in)
  );

  // normalize
  posit_normalize #(
    .SumBits(SumBits), .UnitBits(1), .ScaleBits(ScaleBits), .NormalizedBits(NormalizedBits),
    .KeptBits(KeptBits)
  ) u_normalize (
    .sign_i(normalize_in[AddBits-1]), .scale_i(normalize_in[AddBits-2 -: ScaleBits]),
    .sum_i(normalize_in[2 +: SumBits]), .sticky_i(normalize_in[1]), .nar_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .scale_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[2 +: KeptBits]), .sticky_o(normalize_d[1]), .nar_o(normalize_d[0])
  );
  stage_register #(.Width(NormalizeBits), .Cut(Cuts[3])) u_normalize_register (
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
  stage_register #(.Width(CWidth), .Cut(Cuts[4])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
