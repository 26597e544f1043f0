// kulisch_mac with its accumulator: z += a*b, or z = a*b where clear_i. The stages of kulisch_mac,
// the last ones in a loop: see models/common/cycle_model.h for what the ports show in each cycle.
// Long for one file, but only instances and what they are wired with.
module kulisch_mac_mac #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 8,
  parameter  int unsigned AExponentBits  = 4,
  parameter  int unsigned AFractionBits  = 3,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned BKind          = 3,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 4,
  parameter  int unsigned BFractionBits  = 3,
  parameter  int unsigned BSpecials      = 0,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned GuardBits      = 12,
  parameter  int unsigned Saturate       = 0,
  parameter  int unsigned Multiplier     = 0,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned Cuts           = 0,
  localparam int unsigned ProductBits    = kulisch_mac_pkg::product_bits(
      kulisch_mac_pkg::max_significand(AKind, AWidth, AExponentBits, AFractionBits, ASpecials,
                                       AHasSign, AHasSubnormals),
      kulisch_mac_pkg::max_shift(AKind, AExponentBits, AFractionBits, ASpecials, AHasSign,
                                 AHasSubnormals),
      kulisch_mac_pkg::max_significand(BKind, BWidth, BExponentBits, BFractionBits, BSpecials,
                                       BHasSign, BHasSubnormals),
      kulisch_mac_pkg::max_shift(BKind, BExponentBits, BFractionBits, BSpecials, BHasSign,
                                 BHasSubnormals)),
  localparam int unsigned FlagBits       = kulisch_mac_pkg::flag_bits(AKind, ASpecials,
                                                                      BKind, BSpecials),
  localparam int unsigned WordBits       = ProductBits + GuardBits + FlagBits
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

  localparam int unsigned AFieldBits = format_pkg::field_bits(AKind, AExponentBits);
  localparam int unsigned BFieldBits = format_pkg::field_bits(BKind, BExponentBits);
  localparam int unsigned ABits      =
      format_pkg::significand_bits(AKind, AWidth, AFractionBits);
  localparam int unsigned BBits      =
      format_pkg::significand_bits(BKind, BWidth, BFractionBits);
  localparam int unsigned ExponentBits =
      kulisch_mac_pkg::exponent_bits(AKind, AExponentBits, BKind, BExponentBits);
  localparam int unsigned LeastExponent = kulisch_mac_pkg::least_exponent(AKind, AHasSubnormals)
                                        + kulisch_mac_pkg::least_exponent(BKind, BHasSubnormals);
  localparam int unsigned SignificandBits = ABits + BBits;
  localparam int unsigned FlagPorts       = (FlagBits > 0) ? FlagBits : 1;
  localparam int unsigned HighBits        = (GuardBits > 0) ? GuardBits : 1;

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_exponent a_significand a_nan a_infinity, the same of b
  //   multiply    sign exponent significand flags
  //   align       negate product flags
  //   add         carry extension low high flags
  localparam int unsigned BOperandBits = 3 + BFieldBits + BBits;
  localparam int unsigned UnpackBits   = 3 + AFieldBits + ABits + BOperandBits;
  localparam int unsigned MultiplyBits = 1 + ExponentBits + SignificandBits + FlagBits;
  localparam int unsigned AlignBits    = 1 + ProductBits + FlagBits;
  localparam int unsigned AddBits      = 2 + ProductBits + HighBits + FlagBits;

  logic                    unpack_valid, multiply_valid, align_valid, add_valid, accumulate_valid;
  logic                    multiply_ready, align_ready, add_ready, accumulate_ready;
  logic                    multiply_clear, align_clear, entry_valid, entry_clear;
  logic                    turn, accumulate_filled, accumulate_active, filled, active, unused_ready;
  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, align_in;
  logic [AlignBits-1:0]    align_d, entry_in, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d;
  logic [WordBits-1:0]     add_c;
  logic [FlagPorts-1:0]    multiply_flags, align_flags, add_flags;
  logic [FlagPorts-1:0]    align_flags_in, add_flags_in, accumulate_flags_in;

  // unpack
  assign unpack_valid = valid_i;
  kulisch_mac_unpack #(
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero),
    .BKind(BKind), .BWidth(BWidth), .BExponentBits(BExponentBits), .BFractionBits(BFractionBits),
    .BSpecials(BSpecials), .BHasSign(BHasSign), .BHasSubnormals(BHasSubnormals),
    .BHasZero(BHasZero)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_exponent_o(unpack_d[UnpackBits-2 -: AFieldBits]),
    .a_significand_o(unpack_d[BOperandBits+2 +: ABits]),
    .a_nan_o(unpack_d[BOperandBits+1]), .a_infinity_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_exponent_o(unpack_d[BOperandBits-2 -: BFieldBits]),
    .b_significand_o(unpack_d[2 +: BBits]), .b_nan_o(unpack_d[1]), .b_infinity_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, clear_i}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_clear})
  );

  // multiply
  kulisch_mac_multiply #(
    .ABits(ABits), .BBits(BBits), .AFieldBits(AFieldBits), .BFieldBits(BFieldBits),
    .ExponentBits(ExponentBits), .FlagBits(FlagBits), .Multiplier(Multiplier), .Adder(Adder)
  ) u_multiply (
    .a_sign_i(multiply_in[UnpackBits-1]),
    .a_exponent_i(multiply_in[UnpackBits-2 -: AFieldBits]),
    .a_significand_i(multiply_in[BOperandBits+2 +: ABits]),
    .a_nan_i(multiply_in[BOperandBits+1]), .a_infinity_i(multiply_in[BOperandBits]),
    .b_sign_i(multiply_in[BOperandBits-1]),
    .b_exponent_i(multiply_in[BOperandBits-2 -: BFieldBits]),
    .b_significand_i(multiply_in[2 +: BBits]),
    .b_nan_i(multiply_in[1]), .b_infinity_i(multiply_in[0]),
    .sign_o(multiply_d[MultiplyBits-1]), .exponent_o(multiply_d[MultiplyBits-2 -: ExponentBits]),
    .significand_o(multiply_d[FlagBits +: SignificandBits]), .flags_o(multiply_flags)
  );
  stage_register #(.Width(MultiplyBits + 1), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_clear}),
    .valid_o(align_valid), .ready_i(align_ready), .data_o({align_in, align_clear})
  );

  // align
  kulisch_mac_align #(
    .SignificandBits(SignificandBits), .ExponentBits(ExponentBits), .LeastExponent(LeastExponent),
    .ProductBits(ProductBits), .FlagBits(FlagBits)
  ) u_align (
    .sign_i(align_in[MultiplyBits-1]), .exponent_i(align_in[MultiplyBits-2 -: ExponentBits]),
    .significand_i(align_in[FlagBits +: SignificandBits]), .flags_i(align_flags_in),
    .negate_o(align_d[AlignBits-1]), .product_o(align_d[FlagBits +: ProductBits]),
    .flags_o(align_flags)
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
    .ProductBits(ProductBits), .GuardBits(GuardBits), .FlagBits(FlagBits), .Adder(Adder)
  ) u_add (
    .negate_i(add_in[AlignBits-1]), .product_i(add_in[FlagBits +: ProductBits]),
    .set_i(add_flags_in), .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[AddBits-3 -: ProductBits]), .high_o(add_d[FlagBits +: HighBits]),
    .flags_o(add_flags)
  );
  stage_register #(.Width(AddBits + 1), .Cut(Cuts[3])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(add_ready), .data_i({add_d, add_valid}),
    .valid_o(accumulate_filled), .ready_i(turn), .data_o({accumulate_in, accumulate_active})
  );
  assign accumulate_valid = accumulate_filled && accumulate_active;

  // accumulate
  fixed_accumulate #(
    .ProductBits(ProductBits), .GuardBits(GuardBits), .FlagBits(FlagBits), .Saturate(Saturate)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[AddBits-3 -: ProductBits]),
    .high_i(accumulate_in[FlagBits +: HighBits]), .flags_i(accumulate_flags_in),
    .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits + 1), .Cut(1'b1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_filled), .ready_o(accumulate_ready), .data_i({accumulate_d, accumulate_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );

  assign valid_o      = filled && active;
  assign unused_ready = add_ready ^ accumulate_ready;

  // The flags' places in the concatenations; formats without special codes have none.
  if (FlagBits > 0) begin : gen_flags
    assign multiply_d[FlagPorts-1:0] = multiply_flags;
    assign align_d[FlagPorts-1:0]    = align_flags;
    assign add_d[FlagPorts-1:0]      = add_flags;
    assign align_flags_in            = align_in[FlagPorts-1:0];
    assign add_flags_in              = add_in[FlagPorts-1:0];
    assign accumulate_flags_in       = accumulate_in[FlagPorts-1:0];
  end else begin : gen_no_flags
    logic unused_flags;
    assign unused_flags        = multiply_flags ^ align_flags ^ add_flags;
    assign align_flags_in      = 1'b0;
    assign add_flags_in        = 1'b0;
    assign accumulate_flags_in = 1'b0;
  end

endmodule
