// elma_mac with its accumulator: z += a*b, or z = a*b where clear_i. The stages of elma_mac, the
// last ones in a loop: see models/common/cycle_model.h for what the ports show in each cycle.
module elma_mac_mac #(
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
  input  logic             clear_i,
  input  logic [Width-1:0] a_i,
  input  logic [Width-1:0] b_i,
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
  logic read_valid, entry_valid;
  logic multiply_ready, linear_ready, align_ready, add_ready, accumulate_ready, read_ready;
  logic multiply_clear, linear_clear, align_clear, entry_clear;
  logic turn, accumulate_filled, accumulate_active, read_filled, read_active, filled, active;
  logic unused_ready;

  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, linear_in;
  logic [LinearBits-1:0]   linear_d, align_in;
  logic [AlignBits-1:0]    align_d, entry_in, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d, read_in;
  logic [ZBits-1:0]        read_d;
  logic [WordBits-1:0]     add_c;

  // unpack
  assign unpack_valid = valid_i;
  elma_mac_unpack #(.Width(Width)) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_log_o(unpack_d[UnpackBits-2 -: LogBits]),
    .a_zero_o(unpack_d[OperandBits+1]), .a_nan_o(unpack_d[OperandBits]),
    .b_sign_o(unpack_d[OperandBits-1]), .b_log_o(unpack_d[OperandBits-2 -: LogBits]),
    .b_zero_o(unpack_d[1]), .b_nan_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, clear_i}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_clear})
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
  stage_register #(.Width(MultiplyBits + 1), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_clear}),
    .valid_o(linear_valid), .ready_i(linear_ready), .data_o({linear_in, linear_clear})
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
  stage_register #(.Width(LinearBits + 1), .Cut(Cuts[2])) u_linear_register (
    .clk_i, .rst_ni,
    .valid_i(linear_valid), .ready_o(linear_ready), .data_i({linear_d, linear_clear}),
    .valid_o(align_valid), .ready_i(align_ready), .data_o({align_in, align_clear})
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
  stage_register #(.Width(AlignBits + 1), .Cut(Cuts[3])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), .data_i({align_d, align_clear}),
    .valid_o(entry_valid), .ready_i(turn), .data_o({entry_in, entry_clear})
  );

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;
  loop_entry #(.Width(AlignBits), .WordBits(WordBits)) u_loop_entry (
    .valid_i(entry_valid), .clear_i(entry_clear), .data_i(entry_in),
    .filled_i(filled), .accumulator_i(z_o[WordBits-1:0]), .data_o(add_in), .addend_o(add_c)
  );

  // add
  assign add_valid = entry_valid;
  fixed_add #(
    .ProductBits(TermBits), .GuardBits(GuardBits), .FlagBits(1), .Adder(Adder)
  ) u_add (
    .negate_i(1'b0), .product_i(add_in[1 +: TermBits]), .set_i(add_in[0]), .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[AddBits-3 -: TermBits]), .high_o(add_d[1 +: HighBits]), .flags_o(add_d[0])
  );
  stage_register #(.Width(AddBits + 1), .Cut(Cuts[4])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(add_ready), .data_i({add_d, add_valid}),
    .valid_o(accumulate_filled), .ready_i(turn), .data_o({accumulate_in, accumulate_active})
  );
  assign accumulate_valid = accumulate_filled && accumulate_active;

  // accumulate
  fixed_accumulate #(
    .ProductBits(TermBits), .GuardBits(GuardBits), .FlagBits(1), .Saturate(0)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[AddBits-3 -: TermBits]), .high_i(accumulate_in[1 +: HighBits]),
    .flags_i(accumulate_in[0]), .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits + 1), .Cut(Cuts[5])) u_accumulate_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_filled), .ready_o(accumulate_ready),
    .data_i({accumulate_d, accumulate_valid}),
    .valid_o(read_filled), .ready_i(turn), .data_o({read_in, read_active})
  );
  assign read_valid = read_filled && read_active;

  // read; wires where the result shows no code
  elma_mac_read #(
    .Width(Width), .ExponentBits(ExponentBits), .ReadbackBits(ReadbackBits),
    .LogarithmBits(LogarithmBits), .LogEntryBits(LogEntryBits), .SumBits(SumBits),
    .ReadsBack(ReadsBack)
  ) u_read (.sum_i(read_in), .z_o(read_d));
  stage_register #(.Width(ZBits + 1), .Cut(1'b1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(read_filled), .ready_o(read_ready), .data_i({read_d, read_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );

  assign valid_o      = filled && active;
  assign unused_ready = add_ready ^ accumulate_ready ^ read_ready;

endmodule
