// elma_mac: z = a*b + c of log posits in a linear fixed-point accumulator, after Johnson 2018
// (ELMA). The stages and their registers, nothing else. Twin of models/elma_mac/elma_mac_laws.h.
module elma_mac #(
  parameter  int unsigned Width         = 8,
  parameter  int unsigned ExponentBits  = 1,
  parameter  int unsigned TableBits     = 5,   // alpha
  parameter  int unsigned EntryBits     = 5,   // of that table
  parameter  int unsigned ReadbackBits  = 5,   // beta
  parameter  int unsigned LogarithmBits = 7,   // gamma
  parameter  int unsigned LogEntryBits  = 7,
  parameter  int unsigned TermBits      = 38,
  parameter  int unsigned GuardBits     = 0,
  parameter  int unsigned Saturate      = 0,
  parameter  int unsigned ReadsBack     = 0,
  parameter  int unsigned Adder         = 0,
  parameter  int unsigned Cuts          = 0,
  localparam int unsigned SumBits       = TermBits + GuardBits,
  localparam int unsigned WordBits      = SumBits + 1,
  localparam int unsigned ZBits         = WordBits + ((ReadsBack != 0) ? Width : 0)
) (
  input  logic             clk_i,
  input  logic             rst_ni,
  input  logic             valid_i,
  output logic             ready_o,
  input  logic [Width-1:0] a_i,
  input  logic [Width-1:0] b_i,
  input  logic [ZBits-1:0] c_i,  // its code, if it has one, is not looked at
  output logic             valid_o,
  input  logic             ready_i,
  output logic [ZBits-1:0] z_o
);

  localparam int unsigned LogBits         = elma_mac_pkg::log_bits(Width);
  localparam int unsigned FractionBits    = elma_mac_pkg::fraction_bits(Width, ExponentBits);
  localparam int unsigned MaxScale        = elma_mac_pkg::max_scale(Width, ExponentBits);
  localparam int unsigned ProductLogBits  = LogBits + 1;
  localparam int unsigned OctaveBits      = ProductLogBits - FractionBits;
  localparam int unsigned SignificandBits = EntryBits + 1;
  localparam int unsigned HighBits        = (GuardBits > 0) ? GuardBits : 1;

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_log a_zero a_nan, the same of b
  //   multiply    sign log zero flag
  //   linear      sign octave significand flag
  //   align       term flag
  //   add         carry extension low high flag
  localparam int unsigned OperandBits  = 3 + LogBits;
  localparam int unsigned UnpackBits   = 2 * OperandBits;
  localparam int unsigned MultiplyBits = 3 + ProductLogBits;
  localparam int unsigned LinearBits   = 2 + OctaveBits + SignificandBits;
  localparam int unsigned AlignBits    = 1 + TermBits;
  localparam int unsigned AddBits      = 3 + TermBits + HighBits;

  logic unpack_valid, multiply_valid, linear_valid, align_valid, add_valid, accumulate_valid;
  logic read_valid;
  logic multiply_ready, linear_ready, align_ready, add_ready, accumulate_ready, read_ready;

  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, linear_in;
  logic [LinearBits-1:0]   linear_d, align_in;
  logic [AlignBits-1:0]    align_d, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d, read_in;
  logic [ZBits-1:0]        read_d;
  logic [WordBits-1:0]     multiply_c, linear_c, align_c, add_c;

  // unpack
  assign unpack_valid = valid_i;
  elma_mac_unpack #(.Width(Width)) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_log_o(unpack_d[UnpackBits-2 -: LogBits]),
    .a_zero_o(unpack_d[OperandBits+1]), .a_nan_o(unpack_d[OperandBits]),
    .b_sign_o(unpack_d[OperandBits-1]), .b_log_o(unpack_d[OperandBits-2 -: LogBits]),
    .b_zero_o(unpack_d[1]), .b_nan_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + WordBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, c_i[WordBits-1:0]}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_c})
  );

  // multiply
  log_multiply #(
    .ALogBits(LogBits), .BLogBits(LogBits), .FractionBits(FractionBits),
    .GreatestOctave(MaxScale), .Saturate(Saturate), .FlagBits(1), .Adder(Adder)
  ) u_multiply (
    .a_sign_i(multiply_in[UnpackBits-1]), .a_log_i(multiply_in[UnpackBits-2 -: LogBits]),
    .a_zero_i(multiply_in[OperandBits+1]), .a_nan_i(multiply_in[OperandBits]),
    .b_sign_i(multiply_in[OperandBits-1]), .b_log_i(multiply_in[OperandBits-2 -: LogBits]),
    .b_zero_i(multiply_in[1]), .b_nan_i(multiply_in[0]),
    .sign_o(multiply_d[MultiplyBits-1]), .log_o(multiply_d[MultiplyBits-2 -: ProductLogBits]),
    .zero_o(multiply_d[1]), .flags_o(multiply_d[0])
  );
  stage_register #(.Width(MultiplyBits + WordBits), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_c}),
    .valid_o(linear_valid), .ready_i(linear_ready), .data_o({linear_in, linear_c})
  );

  // linear
  log_linear #(
    .LogBits(ProductLogBits), .FractionBits(FractionBits), .IndexBits(FractionBits),
    .TableBits(TableBits), .EntryBits(EntryBits), .SignificandBits(SignificandBits), .FlagBits(1)
  ) u_linear (
    .sign_i(linear_in[MultiplyBits-1]), .log_i(linear_in[MultiplyBits-2 -: ProductLogBits]),
    .zero_i(linear_in[1]), .flags_i(linear_in[0]),
    .sign_o(linear_d[LinearBits-1]), .octave_o(linear_d[LinearBits-2 -: OctaveBits]),
    .significand_o(linear_d[1 +: SignificandBits]), .flags_o(linear_d[0])
  );
  stage_register #(.Width(LinearBits + WordBits), .Cut(Cuts[2])) u_linear_register (
    .clk_i, .rst_ni,
    .valid_i(linear_valid), .ready_o(linear_ready), .data_i({linear_d, linear_c}),
    .valid_o(align_valid), .ready_i(align_ready), .data_o({align_in, align_c})
  );

  // align
  log_align #(
    .OctaveBits(OctaveBits), .SignificandBits(SignificandBits), .GreatestOctave(MaxScale),
    .Octaves(3 * MaxScale), .DroppedBits(TableBits), .MayBeLost(1), .TermBits(TermBits),
    .FlagBits(1)
  ) u_align (
    .sign_i(align_in[LinearBits-1]), .octave_i(align_in[LinearBits-2 -: OctaveBits]),
    .significand_i(align_in[1 +: SignificandBits]), .flags_i(align_in[0]),
    .term_o(align_d[1 +: TermBits]), .flags_o(align_d[0])
  );
  stage_register #(.Width(AlignBits + WordBits), .Cut(Cuts[3])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), .data_i({align_d, align_c}),
    .valid_o(add_valid), .ready_i(add_ready), .data_o({add_in, add_c})
  );

  // add
  fixed_add #(
    .ProductBits(TermBits), .GuardBits(GuardBits), .FlagBits(1), .Adder(Adder)
  ) u_add (
    .negate_i(1'b0), .product_i(add_in[1 +: TermBits]), .set_i(add_in[0]), .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[AddBits-3 -: TermBits]), .high_o(add_d[1 +: HighBits]), .flags_o(add_d[0])
  );
  stage_register #(.Width(AddBits), .Cut(Cuts[4])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), .data_i(add_d),
    .valid_o(accumulate_valid), .ready_i(accumulate_ready), .data_o(accumulate_in)
  );

  // accumulate
  fixed_accumulate #(
    .ProductBits(TermBits), .GuardBits(GuardBits), .FlagBits(1), .Saturate(0)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[AddBits-3 -: TermBits]), .high_i(accumulate_in[1 +: HighBits]),
    .flags_i(accumulate_in[0]), .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits), .Cut(Cuts[5])) u_accumulate_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_valid), .ready_o(accumulate_ready), .data_i(accumulate_d),
    .valid_o(read_valid), .ready_i(read_ready), .data_o(read_in)
  );

  // read; wires where the result shows no code
  elma_mac_read #(
    .Width(Width), .ExponentBits(ExponentBits), .ReadbackBits(ReadbackBits),
    .LogarithmBits(LogarithmBits), .LogEntryBits(LogEntryBits), .SumBits(SumBits),
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

endmodule
