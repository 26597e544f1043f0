// posit_quire_mac with its quire: z += a*b, or z = a*b where clear_i. The stages of
// posit_quire_mac, the last ones in a loop: see models/common/cycle_model.h for what the ports
// show in each cycle.
module posit_quire_mac_mac #(
  parameter  int unsigned AWidth         = 8,
  parameter  int unsigned AExponentSize  = 2,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentSize  = 2,
  parameter  int unsigned GuardBits      = 30,
  parameter  int unsigned Saturate       = 0,
  parameter  int unsigned Multiplier     = 0,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned Cuts           = 0,
  localparam int unsigned ProductWidth   =
      posit_pkg::quire_product_bits(AWidth, AExponentSize, BWidth, BExponentSize),
  localparam int unsigned WordBits       = ProductWidth + GuardBits + 1
) (
  input  logic                clk_i,
  input  logic                rst_ni,
  input  logic                valid_i,
  output logic                ready_o,
  input  logic                clear_i,
  input  logic [AWidth-1:0]   a_i,
  input  logic [BWidth-1:0]   b_i,
  output logic                valid_o,
  input  logic                ready_i,
  output logic [WordBits-1:0] z_o
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
  localparam int unsigned HighBits         = (GuardBits > 0) ? GuardBits : 1;

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_scale a_significand a_nar, the same of b
  //   multiply    sign scale significand nar
  //   align       negate product nar
  //   add         carry extension low high nar
  localparam int unsigned BOperandBits = 2 + BScaleBits + BBits;
  localparam int unsigned UnpackBits   = 2 + AScaleBits + ABits + BOperandBits;
  localparam int unsigned MultiplyBits = 2 + ProductScaleBits + ProductBits;
  localparam int unsigned AlignBits    = 2 + ProductWidth;
  localparam int unsigned AddBits      = 3 + ProductWidth + HighBits;

  logic unpack_valid, multiply_valid, align_valid, add_valid, accumulate_valid;
  logic multiply_ready, align_ready, multiply_clear, align_clear, entry_valid, entry_clear;
  logic turn, accumulate_filled, accumulate_active, filled, active;
  logic [1:0] unused_ready;
  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, align_in;
  logic [AlignBits-1:0]    align_d, entry_in, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d;
  logic [WordBits-1:0]     add_c;

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
    .valid_o(align_valid), .ready_i(align_ready), .data_o({align_in, align_clear})
  );

  // align
  posit_quire_mac_align #(
    .SignificandBits(ProductBits), .ScaleBits(ProductScaleBits),
    .LeastScale(-AGreatest - BGreatest), .ProductBits(ProductWidth)
  ) u_align (
    .sign_i(align_in[MultiplyBits-1]), .scale_i(align_in[MultiplyBits-2 -: ProductScaleBits]),
    .significand_i(align_in[1 +: ProductBits]), .nar_i(align_in[0]),
    .negate_o(align_d[AlignBits-1]), .product_o(align_d[1 +: ProductWidth]), .nar_o(align_d[0])
  );
  stage_register #(.Width(AlignBits + 1), .Cut(Cuts[2])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), .data_i({align_d, align_clear}),
    .valid_o(entry_valid), .ready_i(turn), .data_o({entry_in, entry_clear})
  );

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;
  loop_entry #(.Width(AlignBits), .WordBits(WordBits)) u_loop_entry (
    .valid_i(entry_valid), .clear_i(entry_clear), .data_i(entry_in),
    .filled_i(filled), .accumulator_i(z_o), .data_o(add_in), .addend_o(add_c)
  );

  // add
  assign add_valid = entry_valid;
  fixed_add #(
    .ProductBits(ProductWidth), .GuardBits(GuardBits), .FlagBits(1), .Adder(Adder)
  ) u_add (
    .negate_i(add_in[AlignBits-1]), .product_i(add_in[1 +: ProductWidth]), .set_i(add_in[0]),
    .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[AddBits-3 -: ProductWidth]), .high_o(add_d[1 +: HighBits]), .flags_o(add_d[0])
  );
  stage_register #(.Width(AddBits + 1), .Cut(Cuts[3])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(unused_ready[0]), .data_i({add_d, add_valid}),
    .valid_o(accumulate_filled), .ready_i(turn), .data_o({accumulate_in, accumulate_active})
  );
  assign accumulate_valid = accumulate_filled && accumulate_active;

  // accumulate
  fixed_accumulate #(
    .ProductBits(ProductWidth), .GuardBits(GuardBits), .FlagBits(1), .Saturate(Saturate)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[AddBits-3 -: ProductWidth]), .high_i(accumulate_in[1 +: HighBits]),
    .flags_i(accumulate_in[0]), .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits + 1), .Cut(1'b1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_filled), .ready_o(unused_ready[1]),
    .data_i({accumulate_d, accumulate_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );
  assign valid_o = filled && active;

endmodule
