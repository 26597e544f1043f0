// z = a + b of one logarithmic format. Twin of models/log_add/log_add_laws.h. Bit i of Cuts puts a
// register after the i-th stage that there is. The tables are modules that are generated for the
// design.
// Long for one file, but only instances and what they are wired with.
module log_add #(
  parameter  int unsigned LogarithmBits            = 7,
  parameter  int unsigned TwosComplement           = 0,
  parameter  int unsigned Bias                     = 64,
  parameter  int unsigned Zero                     = 0,
  parameter  int unsigned HasSign                  = 1,
  parameter  int unsigned LogBits                  = 7,
  parameter  int unsigned Mitchell                 = 0,
  parameter  int unsigned FractionBits             = 3,
  parameter  int unsigned GuardBits                = 0,
  parameter  int unsigned DistanceBits             = 6,
  parameter  int unsigned MantissaBits             = 5,
  parameter  int unsigned GroupBits                = 0,
  parameter  int unsigned FallBits                 = 0,
  parameter  int unsigned SplitBits                = 0,
  parameter  int unsigned LowBits                  = 1,
  parameter  int unsigned HighEntryBits            = 1,
  parameter  int unsigned LowEntryBits             = 1,
  parameter  int unsigned SumIndexBits             = 6,
  parameter  int unsigned SumBits                  = 4,
  parameter  int unsigned SumSlopeIndexBits        = 1,
  parameter  int unsigned SumSlopeBits             = 1,
  parameter  int unsigned DifferenceIndexBits      = 6,
  parameter  int unsigned DifferenceBits           = 5,
  parameter  int unsigned DifferenceSlopeIndexBits = 1,
  parameter  int unsigned DifferenceSlopeBits      = 1,
  parameter  int unsigned Cuts                     = 0,
  localparam int unsigned Width = HasSign + ((Zero == 1) ? 1 : 0) + LogarithmBits
) (
  input  logic             clk_i,
  input  logic             rst_ni,
  input  logic             valid_i,
  output logic             ready_o,
  input  logic [Width-1:0] a_i,
  input  logic [Width-1:0] b_i,
  output logic             valid_o,
  input  logic             ready_i,
  output logic [Width-1:0] z_o
);

  localparam int unsigned Excess    =
      log_sum_pkg::excess_bits(Mitchell, DistanceBits, MantissaBits);
  localparam int unsigned BaseBits  = log_sum_pkg::base_bits(Mitchell, SumBits, DifferenceBits);
  localparam int unsigned SlopeBits =
      log_sum_pkg::slope_bits(Excess, SumSlopeBits, DifferenceSlopeBits);
  localparam int unsigned RestBits  =
      log_sum_pkg::rest_bits(Mitchell, DistanceBits, Excess, FallBits);
  localparam int unsigned CorrectionBits =
      log_sum_pkg::correction_bits(Mitchell, FractionBits, GuardBits, BaseBits);
  localparam int unsigned SumLogBits = LogBits;
  localparam int unsigned CorrectedLogBits = log_sum_pkg::corrected_log_bits(
      SplitBits, SumLogBits, GuardBits, HighEntryBits, LowEntryBits);
  localparam int unsigned LogGuardBits     = (SplitBits != 0) ? GuardBits : 0;

  // Which bit of Cuts a stage has: cotransform is not always there.
  localparam int unsigned HasCotransform = (SplitBits != 0) ? 1 : 0;
  localparam int unsigned LookupIndex    = 2 + HasCotransform;

  // The concatenations that registers hold, most significant first:
  //   unpack       a_sign a_log a_zero, the same of b
  //   order        sign log distance subtract near zero
  //   cotransform  the same, if it is there
  //   lookup       sign log subtract near zero base slope rest
  //   refine       sign log subtract zero correction
  localparam int unsigned OperandBits = 2 + LogBits;
  localparam int unsigned UnpackBits  = 2 * OperandBits;
  localparam int unsigned OrderBits  = 4 + SumLogBits + DistanceBits;
  localparam int unsigned CotransformBits = 4 + CorrectedLogBits + DistanceBits;
  localparam int unsigned LookupBits = 4 + CorrectedLogBits + BaseBits + SlopeBits + RestBits;
  localparam int unsigned RefineBits = 3 + CorrectedLogBits + CorrectionBits;

  logic unpack_valid, order_valid, cotransform_valid, lookup_valid, refine_valid, round_valid;
  logic order_ready, cotransform_ready, lookup_ready, refine_ready, round_ready;

  logic [UnpackBits-1:0]      unpack_d, order_in;
  logic [OrderBits-1:0]       order_d, cotransform_in;
  logic [CotransformBits-1:0] cotransform_d, lookup_in;
  logic [LookupBits-1:0]      lookup_d, refine_in;
  logic [RefineBits-1:0]      refine_d, round_in;
  logic [Width-1:0]           round_d;

  // unpack
  assign unpack_valid = valid_i;
  log_add_unpack #(
    .LogarithmBits(LogarithmBits), .TwosComplement(TwosComplement), .Bias(Bias), .Zero(Zero),
    .HasSign(HasSign), .LogBits(LogBits)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_log_o(unpack_d[UnpackBits-2 -: LogBits]),
    .a_zero_o(unpack_d[OperandBits]),
    .b_sign_o(unpack_d[OperandBits-1]), .b_log_o(unpack_d[OperandBits-2 -: LogBits]),
    .b_zero_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(order_valid), .ready_i(order_ready), .data_o(order_in)
  );

  // order
  log_order #(
    .XLogBits(LogBits), .YLogBits(LogBits), .DistanceBits(DistanceBits)
  ) u_order (
    .x_sign_i(order_in[UnpackBits-1]), .x_log_i(order_in[UnpackBits-2 -: LogBits]),
    .x_zero_i(order_in[OperandBits]),
    .y_sign_i(order_in[OperandBits-1]), .y_log_i(order_in[OperandBits-2 -: LogBits]),
    .y_zero_i(order_in[0]),
    .sign_o(order_d[OrderBits-1]), .log_o(order_d[OrderBits-2 -: SumLogBits]),
    .distance_o(order_d[3 +: DistanceBits]), .subtract_o(order_d[2]), .near_o(order_d[1]),
    .zero_o(order_d[0])
  );
  stage_register #(.Width(OrderBits), .Cut(Cuts[1])) u_order_register (
    .clk_i, .rst_ni,
    .valid_i(order_valid), .ready_o(order_ready), .data_i(order_d),
    .valid_o(cotransform_valid), .ready_i(cotransform_ready), .data_o(cotransform_in)
  );

  // cotransform
  log_cotransform #(
    .LogBits(SumLogBits), .DistanceBits(DistanceBits), .GuardBits(GuardBits),
    .SplitBits(SplitBits), .LowBits(LowBits), .HighEntryBits(HighEntryBits),
    .LowEntryBits(LowEntryBits)
  ) u_cotransform (
    .sign_i(cotransform_in[OrderBits-1]), .log_i(cotransform_in[OrderBits-2 -: SumLogBits]),
    .distance_i(cotransform_in[3 +: DistanceBits]), .subtract_i(cotransform_in[2]),
    .near_i(cotransform_in[1]), .zero_i(cotransform_in[0]),
    .sign_o(cotransform_d[CotransformBits-1]),
    .log_o(cotransform_d[CotransformBits-2 -: CorrectedLogBits]),
    .distance_o(cotransform_d[3 +: DistanceBits]), .subtract_o(cotransform_d[2]),
    .near_o(cotransform_d[1]), .zero_o(cotransform_d[0])
  );
  stage_register #(.Width(CotransformBits), .Cut(HasCotransform != 0 && Cuts[2]))
  u_cotransform_register (
    .clk_i, .rst_ni,
    .valid_i(cotransform_valid), .ready_o(cotransform_ready), .data_i(cotransform_d),
    .valid_o(lookup_valid), .ready_i(lookup_ready), .data_o(lookup_in)
  );

  // lookup
  log_lookup #(
    .LogBits(CorrectedLogBits), .DistanceBits(DistanceBits), .MantissaBits(MantissaBits),
    .GroupBits(GroupBits), .FallBits(FallBits),
    .Mitchell(Mitchell), .SumIndexBits(SumIndexBits), .SumBits(SumBits),
    .SumSlopeBits(SumSlopeBits), .DifferenceIndexBits(DifferenceIndexBits),
    .DifferenceBits(DifferenceBits), .DifferenceSlopeBits(DifferenceSlopeBits),
    .SumSlopeIndexBits(SumSlopeIndexBits), .DifferenceSlopeIndexBits(DifferenceSlopeIndexBits)
  ) u_lookup (
    .sign_i(lookup_in[CotransformBits-1]), .log_i(lookup_in[CotransformBits-2 -: CorrectedLogBits]),
    .distance_i(lookup_in[3 +: DistanceBits]), .subtract_i(lookup_in[2]),
    .near_i(lookup_in[1]), .zero_i(lookup_in[0]),
    .sign_o(lookup_d[LookupBits-1]), .log_o(lookup_d[LookupBits-2 -: CorrectedLogBits]),
    .subtract_o(lookup_d[BaseBits+SlopeBits+RestBits+2]),
    .near_o(lookup_d[BaseBits+SlopeBits+RestBits+1]),
    .zero_o(lookup_d[BaseBits+SlopeBits+RestBits]),
    .base_o(lookup_d[SlopeBits+RestBits +: BaseBits]), .slope_o(lookup_d[RestBits +: SlopeBits]),
    .rest_o(lookup_d[RestBits-1:0])
  );
  stage_register #(.Width(LookupBits), .Cut(Cuts[LookupIndex])) u_lookup_register (
    .clk_i, .rst_ni,
    .valid_i(lookup_valid), .ready_o(lookup_ready), .data_i(lookup_d),
    .valid_o(refine_valid), .ready_i(refine_ready), .data_o(refine_in)
  );

  // refine
  log_refine #(
    .LogBits(CorrectedLogBits), .BaseBits(BaseBits), .SlopeBits(SlopeBits), .RestBits(RestBits),
    .HasRest((Excess > 0 && FallBits == 0) ? 1 : 0),
    .Bipartite((FallBits != 0) ? 1 : 0), .Mitchell(Mitchell), .FractionBits(FractionBits),
    .GuardBits(GuardBits), .CorrectionBits(CorrectionBits)
  ) u_refine (
    .sign_i(refine_in[LookupBits-1]), .log_i(refine_in[LookupBits-2 -: CorrectedLogBits]),
    .subtract_i(refine_in[BaseBits+SlopeBits+RestBits+2]),
    .near_i(refine_in[BaseBits+SlopeBits+RestBits+1]),
    .zero_i(refine_in[BaseBits+SlopeBits+RestBits]),
    .base_i(refine_in[SlopeBits+RestBits +: BaseBits]),
    .slope_i(refine_in[RestBits +: SlopeBits]), .rest_i(refine_in[RestBits-1:0]),
    .sign_o(refine_d[RefineBits-1]), .log_o(refine_d[RefineBits-2 -: CorrectedLogBits]),
    .subtract_o(refine_d[CorrectionBits+1]), .zero_o(refine_d[CorrectionBits]),
    .correction_o(refine_d[CorrectionBits-1:0])
  );
  stage_register #(.Width(RefineBits), .Cut(Cuts[LookupIndex+1])) u_refine_register (
    .clk_i, .rst_ni,
    .valid_i(refine_valid), .ready_o(refine_ready), .data_i(refine_d),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_in)
  );

  // round
  log_round #(
    .LogBits(CorrectedLogBits), .CorrectionBits(CorrectionBits), .GuardBits(GuardBits),
    .LogGuardBits(LogGuardBits), .LogarithmBits(LogarithmBits), .TwosComplement(TwosComplement),
    .Bias(Bias), .Zero(Zero), .HasSign(HasSign)
  ) u_round (
    .sign_i(round_in[RefineBits-1]), .log_i(round_in[RefineBits-2 -: CorrectedLogBits]),
    .subtract_i(round_in[CorrectionBits+1]), .zero_i(round_in[CorrectionBits]),
    .correction_i(round_in[CorrectionBits-1:0]), .z_o(round_d)
  );
  stage_register #(.Width(Width), .Cut(Cuts[LookupIndex+2])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
