// log_mac: z = a*b + c, of logarithms in a fixed-point accumulator. Twin of
// models/log_mac/log_mac_laws.h. Bit i of Cuts puts a register after stage i.
// Long for one file, but only instances and what they are wired with.
module log_mac #(
  parameter  int unsigned ALogarithmBits  = 7,
  parameter  int unsigned ATwosComplement = 0,
  parameter  int unsigned ABias           = 64,
  parameter  int unsigned AZero           = 0,
  parameter  int unsigned AHasSign        = 1,
  parameter  int unsigned ALogBits        = 7,
  parameter  int unsigned AThreeBits      = 0,  // of double-base numbers; 0: logarithms
  parameter  int unsigned BLogarithmBits  = 7,
  parameter  int unsigned BTwosComplement = 0,
  parameter  int unsigned BBias           = 64,
  parameter  int unsigned BZero           = 0,
  parameter  int unsigned BHasSign        = 1,
  parameter  int unsigned BLogBits        = 7,
  parameter  int unsigned BThreeBits      = 0,  // of double-base numbers; 0: logarithms
  parameter  int unsigned FractionBits    = 3,
  parameter  int unsigned LeastOctave     = 32'hffff_fff0,  // a two's complement number
  parameter  int unsigned GreatestOctave  = 15,             // another
  parameter  int unsigned GuardBits       = 12,
  parameter  int unsigned Saturate        = 0,
  parameter  int unsigned Adder           = 0,
  parameter  int unsigned IndexBits       = 3,  // of the table; 0: there is none
  parameter  int unsigned TableBits       = 8,
  parameter  int unsigned EntryBits       = 8,
  parameter  int unsigned EntryOctaveBits = 0,  // of double-base numbers
  parameter  int unsigned SignificandBits = 9,
  parameter  int unsigned ZLogarithmBits  = 7,  // of the code that the result shows, if any
  parameter  int unsigned ZTwosComplement = 0,
  parameter  int unsigned ZBias           = 64,
  parameter  int unsigned ZZero           = 0,
  parameter  int unsigned ZHasSign        = 1,
  parameter  int unsigned LeastExponent   = 32'hffff_ffe8,  // of bit 0
  parameter  int unsigned ReadBits        = 5,
  parameter  int unsigned LogEntryBits    = 4,
  parameter  int unsigned ReadsBack       = 0,
  parameter  int unsigned Cuts            = 0,
  localparam int unsigned AWidth          = AHasSign + ((AZero == 1) ? 1 : 0) + ALogarithmBits,
  localparam int unsigned BWidth          = BHasSign + ((BZero == 1) ? 1 : 0) + BLogarithmBits,
  localparam int unsigned Octaves         = GreatestOctave - LeastOctave,
  localparam int unsigned TermBits        = SignificandBits + Octaves + 1,
  localparam int unsigned FlagBits        = (AThreeBits + BThreeBits > 0) ? 1 : 0,  // nan
  localparam int unsigned WordBits        = TermBits + GuardBits + FlagBits,
  localparam int unsigned CodeBits        = ZHasSign + ((ZZero == 1) ? 1 : 0) + ZLogarithmBits,
  localparam int unsigned ZBits           = WordBits + ((ReadsBack != 0) ? CodeBits : 0)
) (
  input  logic                clk_i,
  input  logic                rst_ni,
  input  logic                valid_i,
  output logic                ready_o,
  input  logic [AWidth-1:0]   a_i,
  input  logic [BWidth-1:0]   b_i,
  input  logic [ZBits-1:0]    c_i,  // its code, if it has one, is not looked at
  output logic                valid_o,
  input  logic                ready_i,
  output logic [ZBits-1:0]    z_o
);

  localparam int unsigned ProductLogBits  = ((ALogBits > BLogBits) ? ALogBits : BLogBits) + 1;
  localparam int unsigned OctaveBits      =
      log_linear_pkg::octave_bits(ProductLogBits, FractionBits, EntryOctaveBits);
  localparam int unsigned HighBits        = (GuardBits > 0) ? GuardBits : 1;

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_log a_zero a_nan, the same of b
  //   multiply    sign log zero flag
  //   linear      sign octave significand flag
  //   align       term flag
  //   add         carry extension low high flag
  // Logarithms have no flag.
  localparam int unsigned BOperandBits = 3 + BLogBits;
  localparam int unsigned UnpackBits   = 3 + ALogBits + BOperandBits;
  localparam int unsigned MultiplyBits = 2 + ProductLogBits + FlagBits;
  localparam int unsigned LinearBits   = 1 + OctaveBits + SignificandBits + FlagBits;
  localparam int unsigned AlignBits    = TermBits + FlagBits;
  localparam int unsigned AddBits      = 2 + TermBits + HighBits + FlagBits;

  logic unpack_valid, multiply_valid, linear_valid, align_valid, add_valid, accumulate_valid;
  logic read_valid, read_ready;
  logic multiply_ready, linear_ready, align_ready, add_ready, accumulate_ready;

  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, linear_in;
  logic [LinearBits-1:0]   linear_d, align_in;
  logic [AlignBits-1:0]    align_d, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d, read_in;
  logic [ZBits-1:0]        read_d;
  logic [WordBits-1:0]     multiply_c, linear_c, align_c, add_c;

  logic multiply_flag, linear_flag, align_flag, add_flag;
  logic linear_flag_in, align_flag_in, add_flag_in, accumulate_flag_in;

  // unpack
  assign unpack_valid = valid_i;
  log_mac_unpack #(
    .ALogarithmBits(ALogarithmBits), .ATwosComplement(ATwosComplement), .ABias(ABias),
    .AZero(AZero), .AHasSign(AHasSign), .ALogBits(ALogBits), .AThreeBits(AThreeBits),
    .BLogarithmBits(BLogarithmBits), .BTwosComplement(BTwosComplement), .BBias(BBias),
    .BZero(BZero), .BHasSign(BHasSign), .BLogBits(BLogBits), .BThreeBits(BThreeBits)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_log_o(unpack_d[UnpackBits-2 -: ALogBits]),
    .a_zero_o(unpack_d[BOperandBits+1]), .a_nan_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_log_o(unpack_d[BOperandBits-2 -: BLogBits]),
    .b_zero_o(unpack_d[1]), .b_nan_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + WordBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, c_i[WordBits-1:0]}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_c})
  );

  // multiply
  log_multiply #(
    .ALogBits(ALogBits), .BLogBits(BLogBits), .FractionBits(FractionBits), .GreatestOctave(0),
    .Saturate(0), .FlagBits(FlagBits), .Adder(Adder)
  ) u_multiply (
    .a_sign_i(multiply_in[UnpackBits-1]), .a_log_i(multiply_in[UnpackBits-2 -: ALogBits]),
    .a_zero_i(multiply_in[BOperandBits+1]), .a_nan_i(multiply_in[BOperandBits]),
    .b_sign_i(multiply_in[BOperandBits-1]), .b_log_i(multiply_in[BOperandBits-2 -: BLogBits]),
    .b_zero_i(multiply_in[1]), .b_nan_i(multiply_in[0]),
    .sign_o(multiply_d[MultiplyBits-1]), .log_o(multiply_d[MultiplyBits-2 -: ProductLogBits]),
    .zero_o(multiply_d[FlagBits]), .flags_o(multiply_flag)
  );
  stage_register #(.Width(MultiplyBits + WordBits), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_c}),
    .valid_o(linear_valid), .ready_i(linear_ready), .data_o({linear_in, linear_c})
  );

  // linear
  log_linear #(
    .LogBits(ProductLogBits), .FractionBits(FractionBits), .IndexBits(IndexBits),
    .TableBits(TableBits), .EntryBits(EntryBits), .EntryOctaveBits(EntryOctaveBits),
    .SignificandBits(SignificandBits), .FlagBits(FlagBits)
  ) u_linear (
    .sign_i(linear_in[MultiplyBits-1]), .log_i(linear_in[MultiplyBits-2 -: ProductLogBits]),
    .zero_i(linear_in[FlagBits]), .flags_i(linear_flag_in),
    .sign_o(linear_d[LinearBits-1]), .octave_o(linear_d[LinearBits-2 -: OctaveBits]),
    .significand_o(linear_d[FlagBits +: SignificandBits]), .flags_o(linear_flag)
  );
  stage_register #(.Width(LinearBits + WordBits), .Cut(Cuts[2])) u_linear_register (
    .clk_i, .rst_ni,
    .valid_i(linear_valid), .ready_o(linear_ready), .data_i({linear_d, linear_c}),
    .valid_o(align_valid), .ready_i(align_ready), .data_o({align_in, align_c})
  );

  // align
  log_align #(
    .OctaveBits(OctaveBits), .SignificandBits(SignificandBits), .GreatestOctave(GreatestOctave),
    .Octaves(Octaves), .DroppedBits(0), .MayBeLost(0), .TermBits(TermBits),
    .FlagBits(FlagBits)
  ) u_align (
    .sign_i(align_in[LinearBits-1]), .octave_i(align_in[LinearBits-2 -: OctaveBits]),
    .significand_i(align_in[FlagBits +: SignificandBits]), .flags_i(align_flag_in),
    .term_o(align_d[FlagBits +: TermBits]), .flags_o(align_flag)
  );
  stage_register #(.Width(AlignBits + WordBits), .Cut(Cuts[3])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), .data_i({align_d, align_c}),
    .valid_o(add_valid), .ready_i(add_ready), .data_o({add_in, add_c})
  );

  // add
  fixed_add #(
    .ProductBits(TermBits), .GuardBits(GuardBits), .FlagBits(FlagBits), .Adder(Adder)
  ) u_add (
    .negate_i(1'b0), .product_i(add_in[FlagBits +: TermBits]), .set_i(add_flag_in),
    .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[AddBits-3 -: TermBits]), .high_o(add_d[FlagBits +: HighBits]), .flags_o(add_flag)
  );
  stage_register #(.Width(AddBits), .Cut(Cuts[4])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), .data_i(add_d),
    .valid_o(accumulate_valid), .ready_i(accumulate_ready), .data_o(accumulate_in)
  );

  // accumulate
  fixed_accumulate #(
    .ProductBits(TermBits), .GuardBits(GuardBits), .FlagBits(FlagBits), .Saturate(Saturate)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[AddBits-3 -: TermBits]), .high_i(accumulate_in[FlagBits +: HighBits]),
    .flags_i(accumulate_flag_in), .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits), .Cut(Cuts[5])) u_accumulate_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_valid), .ready_o(accumulate_ready), .data_i(accumulate_d),
    .valid_o(read_valid), .ready_i(read_ready), .data_o(read_in)
  );

  // read; wires where the result shows no code
  log_mac_read #(
    .SumBits(WordBits), .LeastExponent(LeastExponent), .FractionBits(FractionBits),
    .ReadBits(ReadBits), .LogEntryBits(LogEntryBits), .LogarithmBits(ZLogarithmBits),
    .TwosComplement(ZTwosComplement), .Bias(ZBias), .Zero(ZZero), .HasSign(ZHasSign),
    .ReadsBack(ReadsBack)
  ) u_read (.sum_i(read_in), .z_o(read_d));
  stage_register #(.Width(ZBits), .Cut(Cuts[6])) u_read_register (
    .clk_i, .rst_ni,
    .valid_i(read_valid), .ready_o(read_ready), .data_i(read_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

  if (ReadsBack != 0) begin : gen_code
    logic unused_code;
    assign unused_code = ^c_i[ZBits-1:WordBits];
  end

  // The flag's place in the concatenations.
  if (FlagBits > 0) begin : gen_flag
    assign multiply_d[0]      = multiply_flag;
    assign linear_d[0]        = linear_flag;
    assign align_d[0]         = align_flag;
    assign add_d[0]           = add_flag;
    assign linear_flag_in     = linear_in[0];
    assign align_flag_in      = align_in[0];
    assign add_flag_in        = add_in[0];
    assign accumulate_flag_in = accumulate_in[0];
  end else begin : gen_no_flag
    logic unused_flag;
    assign unused_flag        = multiply_flag ^ linear_flag ^ align_flag ^ add_flag;
    assign linear_flag_in     = 1'b0;
    assign align_flag_in      = 1'b0;
    assign add_flag_in        = 1'b0;
    assign accumulate_flag_in = 1'b0;
  end

endmodule
