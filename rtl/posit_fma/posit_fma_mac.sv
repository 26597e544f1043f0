// posit_fma with its accumulator: z += a*b, or z = a*b where clear_i. The stages of posit_fma, the
// last ones in a loop: see models/common/cycle_model.h for what the ports show in each cycle.
module posit_fma_mac #(
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
  input  logic              clear_i,
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
  localparam int unsigned WindowBits = posit_pkg::window_bits(KeptBits, ProductBits);
  localparam int unsigned TermBits   = WindowBits + 2;
  localparam int unsigned SumBits    = TermBits + 1;
  localparam int Least =
      posit_pkg::least(AZero + BZero, posit_pkg::zero_scale(CWidth, CExponentSize));
  localparam int Greatest = posit_pkg::greatest(
      AGreatest + BGreatest, posit_pkg::greatest_scale(CWidth, CExponentSize));
  localparam int unsigned ScaleBits      = format_pkg::range_bits(Least, Greatest);
  localparam int unsigned NormalizedBits = format_pkg::range_bits(Least, Greatest + 1);

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_scale a_significand a_nar, the same of b
  //   multiply    sign scale significand nar
  //   align       sign subtract scale large small sticky nar
  //   add         sign scale sum sticky nar
  //   normalize   sign scale significand sticky nar
  localparam int unsigned BOperandBits  = 2 + BScaleBits + BBits;
  localparam int unsigned UnpackBits    = 2 + AScaleBits + ABits + BOperandBits;
  localparam int unsigned MultiplyBits  = 2 + ProductScaleBits + ProductBits;
  localparam int unsigned AlignBits     = 4 + ScaleBits + 2 * TermBits;
  localparam int unsigned AddBits       = 3 + ScaleBits + SumBits;
  localparam int unsigned NormalizeBits = 3 + NormalizedBits + KeptBits;

  logic unpack_valid, multiply_valid, align_valid, add_valid, normalize_valid, round_valid;
  logic multiply_ready, multiply_clear, entry_valid, entry_clear;
  logic turn, add_filled, add_active, normalize_filled, normalize_active, round_filled;
  logic round_active, filled, active;
  logic [3:0] unused_ready;
  logic [UnpackBits-1:0]    unpack_d, multiply_in;
  logic [MultiplyBits-1:0]  multiply_d, entry_in, align_in;
  logic [AlignBits-1:0]     align_d, add_in;
  logic [AddBits-1:0]       add_d, normalize_in;
  logic [NormalizeBits-1:0] normalize_d, round_in;
  logic [CWidth-1:0]        round_d;
  logic [CWidth-1:0]        align_c;

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
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, clear_i}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_clear})
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
  stage_register #(.Width(MultiplyBits + 1), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_clear}),
    .valid_o(entry_valid), .ready_i(turn), .data_o({entry_in, entry_clear})
  );

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;
  loop_entry #(.Width(MultiplyBits), .WordBits(CWidth)) u_loop_entry (
    .valid_i(entry_valid), .clear_i(entry_clear), .data_i(entry_in),
    .filled_i(filled), .accumulator_i(z_o), .data_o(align_in), .addend_o(align_c)
  );

  // align
  assign align_valid = entry_valid;
  posit_fma_align #(
    .ProductBits(ProductBits), .ProductScaleBits(ProductScaleBits), .CWidth(CWidth),
    .CExponentSize(CExponentSize), .WindowBits(WindowBits), .ScaleBits(ScaleBits)
  ) u_align (
    .sign_i(align_in[MultiplyBits-1]), .scale_i(align_in[MultiplyBits-2 -: ProductScaleBits]),
    .significand_i(align_in[1 +: ProductBits]), .nar_i(align_in[0]), .addend_i(align_c),
    .sign_o(align_d[AlignBits-1]), .subtract_o(align_d[AlignBits-2]),
    .scale_o(align_d[AlignBits-3 -: ScaleBits]), .large_o(align_d[2+TermBits +: TermBits]),
    .small_o(align_d[2 +: TermBits]), .sticky_o(align_d[1]), .nar_o(align_d[0])
  );
  stage_register #(.Width(AlignBits + 1), .Cut(Cuts[2])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(unused_ready[0]), .data_i({align_d, align_valid}),
    .valid_o(add_filled), .ready_i(turn), .data_o({add_in, add_active})
  );
  assign add_valid = add_filled && add_active;

  // add
  posit_sum #(.TermBits(TermBits), .ScaleBits(ScaleBits), .Adder(Adder)) u_add (
    .sign_i(add_in[AlignBits-1]), .subtract_i(add_in[AlignBits-2]),
    .scale_i(add_in[AlignBits-3 -: ScaleBits]), .large_i(add_in[2+TermBits +: TermBits]),
    .small_i(add_in[2 +: TermBits]), .sticky_i(add_in[1]), .nar_i(add_in[0]),
    .sign_o(add_d[AddBits-1]), .scale_o(add_d[AddBits-2 -: ScaleBits]),
    .sum_o(add_d[2 +: SumBits]), .sticky_o(add_d[1]), .nar_o(add_d[0])
  );
  stage_register #(.Width(AddBits + 1), .Cut(Cuts[3])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_filled), .ready_o(unused_ready[1]), .data_i({add_d, add_valid}),
    .valid_o(normalize_filled), .ready_i(turn), .data_o({normalize_in, normalize_active})
  );
  assign normalize_valid = normalize_filled && normalize_active;

  // normalize
  posit_normalize #(
    .SumBits(SumBits), .UnitBits(2), .ScaleBits(ScaleBits), .NormalizedBits(NormalizedBits),
    .KeptBits(KeptBits)
  ) u_normalize (
    .sign_i(normalize_in[AddBits-1]), .scale_i(normalize_in[AddBits-2 -: ScaleBits]),
    .sum_i(normalize_in[2 +: SumBits]), .sticky_i(normalize_in[1]), .nar_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .scale_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[2 +: KeptBits]), .sticky_o(normalize_d[1]), .nar_o(normalize_d[0])
  );
  stage_register #(.Width(NormalizeBits + 1), .Cut(Cuts[4])) u_normalize_register (
    .clk_i, .rst_ni,
    .valid_i(normalize_filled), .ready_o(unused_ready[2]), .data_i({normalize_d, normalize_valid}),
    .valid_o(round_filled), .ready_i(turn), .data_o({round_in, round_active})
  );
  assign round_valid = round_filled && round_active;

  // round
  posit_round #(
    .Width(CWidth), .ExponentSize(CExponentSize), .ScaleBits(NormalizedBits)
  ) u_round (
    .sign_i(round_in[NormalizeBits-1]), .scale_i(round_in[NormalizeBits-2 -: NormalizedBits]),
    .significand_i(round_in[2 +: KeptBits]), .sticky_i(round_in[1]), .nar_i(round_in[0]),
    .z_o(round_d)
  );
  stage_register #(.Width(CWidth + 1), .Cut(1'b1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(round_filled), .ready_o(unused_ready[3]), .data_i({round_d, round_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );
  assign valid_o = filled && active;

endmodule
