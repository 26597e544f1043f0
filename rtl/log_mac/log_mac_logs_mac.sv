// log_mac_logs with its accumulator: z += a*b, or z = a*b where clear_i. Its stages, the last ones
// in a loop: see models/common/cycle_model.h for what the ports show in each cycle.
// Long for one file, but only instances and what they are wired with.
module log_mac_logs_mac #(
  parameter  int unsigned ALogarithmBits           = 7,
  parameter  int unsigned ATwosComplement          = 0,
  parameter  int unsigned ABias                    = 64,
  parameter  int unsigned AZero                    = 0,
  parameter  int unsigned AHasSign                 = 1,
  parameter  int unsigned ALogBits                 = 7,
  parameter  int unsigned BLogarithmBits           = 7,
  parameter  int unsigned BTwosComplement          = 0,
  parameter  int unsigned BBias                    = 64,
  parameter  int unsigned BZero                    = 0,
  parameter  int unsigned BHasSign                 = 1,
  parameter  int unsigned BLogBits                 = 7,
  parameter  int unsigned CLogarithmBits           = 7,
  parameter  int unsigned CTwosComplement          = 0,
  parameter  int unsigned CBias                    = 64,
  parameter  int unsigned CZero                    = 0,
  parameter  int unsigned CHasSign                 = 1,
  parameter  int unsigned CLogBits                 = 7,
  parameter  int unsigned Adder                    = 0,
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
  localparam int unsigned AWidth = AHasSign + ((AZero == 1) ? 1 : 0) + ALogarithmBits,
  localparam int unsigned BWidth = BHasSign + ((BZero == 1) ? 1 : 0) + BLogarithmBits,
  localparam int unsigned CWidth = CHasSign + ((CZero == 1) ? 1 : 0) + CLogarithmBits
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
  output logic [CWidth-1:0] z_o
);

  localparam int unsigned ProductLogBits = ((ALogBits > BLogBits) ? ALogBits : BLogBits) + 1;
  localparam int unsigned SumLogBits     =
      (ProductLogBits > CLogBits) ? ProductLogBits : CLogBits;
  localparam int unsigned Excess    =
      log_sum_pkg::excess_bits(Mitchell, DistanceBits, MantissaBits);
  localparam int unsigned BaseBits  = log_sum_pkg::base_bits(Mitchell, SumBits, DifferenceBits);
  localparam int unsigned SlopeBits =
      log_sum_pkg::slope_bits(Excess, SumSlopeBits, DifferenceSlopeBits);
  localparam int unsigned RestBits  =
      log_sum_pkg::rest_bits(Mitchell, DistanceBits, Excess, FallBits);
  localparam int unsigned CorrectionBits =
      log_sum_pkg::correction_bits(Mitchell, FractionBits, GuardBits, BaseBits);
  localparam int unsigned CorrectedLogBits = log_sum_pkg::corrected_log_bits(
      SplitBits, SumLogBits, GuardBits, HighEntryBits, LowEntryBits);
  localparam int unsigned LogGuardBits     = (SplitBits != 0) ? GuardBits : 0;

  // Which bit of Cuts a stage has: cotransform is not always there.
  localparam int unsigned HasCotransform = (SplitBits != 0) ? 1 : 0;
  localparam int unsigned LookupIndex    = 3 + HasCotransform;

  // The concatenations that registers hold, most significant first:
  //   unpack       a_sign a_log a_zero a_nan, the same of b
  //   multiply     sign log zero
  //   order        sign log distance subtract near zero
  //   cotransform  the same, if it is there
  //   lookup       sign log subtract near zero base slope rest
  //   refine       sign log subtract zero correction
  localparam int unsigned BOperandBits = 3 + BLogBits;
  localparam int unsigned UnpackBits   = 3 + ALogBits + BOperandBits;
  localparam int unsigned MultiplyBits = 2 + ProductLogBits;
  localparam int unsigned OrderBits  = 4 + SumLogBits + DistanceBits;
  localparam int unsigned CotransformBits = 4 + CorrectedLogBits + DistanceBits;
  localparam int unsigned LookupBits = 4 + CorrectedLogBits + BaseBits + SlopeBits + RestBits;
  localparam int unsigned RefineBits = 3 + CorrectedLogBits + CorrectionBits;

  logic unpack_valid, multiply_valid, order_valid, cotransform_valid, lookup_valid, refine_valid;
  logic round_valid;
  logic multiply_ready, order_ready, cotransform_ready, lookup_ready, refine_ready, round_ready;
  logic multiply_clear, entry_valid, entry_clear, turn, filled, active, unused_ready;
  logic cotransform_filled, cotransform_active, lookup_filled, lookup_active;
  logic refine_filled, refine_active, round_filled, round_active;

  logic [UnpackBits-1:0]      unpack_d, multiply_in;
  logic [MultiplyBits-1:0]    multiply_d, order_in, entry_in;
  logic [OrderBits-1:0]       order_d, cotransform_in;
  logic [CotransformBits-1:0] cotransform_d, lookup_in;
  logic [LookupBits-1:0]      lookup_d, refine_in;
  logic [RefineBits-1:0]      refine_d, round_in;
  logic [CWidth-1:0]          round_d;
  logic [CWidth-1:0]          order_c;

  // Logarithms have no flags.
  logic multiply_flags, unused_flags;
  assign unused_flags = multiply_flags;

  // unpack
  assign unpack_valid = valid_i;
  log_mac_unpack #(
    .ALogarithmBits(ALogarithmBits), .ATwosComplement(ATwosComplement), .ABias(ABias),
    .AZero(AZero), .AHasSign(AHasSign), .ALogBits(ALogBits),
    .BLogarithmBits(BLogarithmBits), .BTwosComplement(BTwosComplement), .BBias(BBias),
    .BZero(BZero), .BHasSign(BHasSign), .BLogBits(BLogBits)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_log_o(unpack_d[UnpackBits-2 -: ALogBits]),
    .a_zero_o(unpack_d[BOperandBits+1]), .a_nan_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_log_o(unpack_d[BOperandBits-2 -: BLogBits]),
    .b_zero_o(unpack_d[1]), .b_nan_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, clear_i}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_clear})
  );

  // multiply
  log_multiply #(
    .ALogBits(ALogBits), .BLogBits(BLogBits), .FractionBits(1), .GreatestOctave(0),
    .Saturate(0), .FlagBits(0), .Adder(Adder)
  ) u_multiply (
    .a_sign_i(multiply_in[UnpackBits-1]), .a_log_i(multiply_in[UnpackBits-2 -: ALogBits]),
    .a_zero_i(multiply_in[BOperandBits+1]), .a_nan_i(multiply_in[BOperandBits]),
    .b_sign_i(multiply_in[BOperandBits-1]), .b_log_i(multiply_in[BOperandBits-2 -: BLogBits]),
    .b_zero_i(multiply_in[1]), .b_nan_i(multiply_in[0]),
    .sign_o(multiply_d[MultiplyBits-1]), .log_o(multiply_d[MultiplyBits-2 -: ProductLogBits]),
    .zero_o(multiply_d[0]), .flags_o(multiply_flags)
  );
  stage_register #(.Width(MultiplyBits + 1), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_clear}),
    .valid_o(entry_valid), .ready_i(turn), .data_o({entry_in, entry_clear})
  );

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;
  loop_entry #(.Width(MultiplyBits), .WordBits(CWidth), .IdleValue(MultiplyBits'(1))) u_loop_entry (
    .valid_i(entry_valid), .clear_i(entry_clear), .data_i(entry_in),
    .filled_i(filled), .accumulator_i(z_o), .data_o(order_in), .addend_o(order_c)
  );

  // order
  assign order_valid = entry_valid;
  log_mac_order #(
    .XLogBits(ProductLogBits), .CLogarithmBits(CLogarithmBits), .CTwosComplement(CTwosComplement),
    .CBias(CBias), .CZero(CZero), .CHasSign(CHasSign), .CLogBits(CLogBits),
    .DistanceBits(DistanceBits)
  ) u_order (
    .x_sign_i(order_in[MultiplyBits-1]), .x_log_i(order_in[MultiplyBits-2 -: ProductLogBits]),
    .x_zero_i(order_in[0]), .addend_i(order_c),
    .sign_o(order_d[OrderBits-1]), .log_o(order_d[OrderBits-2 -: SumLogBits]),
    .distance_o(order_d[3 +: DistanceBits]), .subtract_o(order_d[2]), .near_o(order_d[1]),
    .zero_o(order_d[0])
  );
  stage_register #(.Width(OrderBits + 1), .Cut(Cuts[2])) u_order_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(order_ready), .data_i({order_d, order_valid}),
    .valid_o(cotransform_filled), .ready_i(turn), .data_o({cotransform_in, cotransform_active})
  );
  assign cotransform_valid = cotransform_filled && cotransform_active;

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
  stage_register #(.Width(CotransformBits + 1), .Cut(HasCotransform != 0 && Cuts[3]))
  u_cotransform_register (
    .clk_i, .rst_ni,
    .valid_i(cotransform_filled), .ready_o(cotransform_ready),
    .data_i({cotransform_d, cotransform_valid}),
    .valid_o(lookup_filled), .ready_i(turn), .data_o({lookup_in, lookup_active})
  );
  assign lookup_valid = lookup_filled && lookup_active;

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
  stage_register #(.Width(LookupBits + 1), .Cut(Cuts[LookupIndex])) u_lookup_register (
    .clk_i, .rst_ni,
    .valid_i(lookup_filled), .ready_o(lookup_ready), .data_i({lookup_d, lookup_valid}),
    .valid_o(refine_filled), .ready_i(turn), .data_o({refine_in, refine_active})
  );
  assign refine_valid = refine_filled && refine_active;

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
  stage_register #(.Width(RefineBits + 1), .Cut(Cuts[LookupIndex+1])) u_refine_register (
    .clk_i, .rst_ni,
    .valid_i(refine_filled), .ready_o(refine_ready), .data_i({refine_d, refine_valid}),
    .valid_o(round_filled), .ready_i(turn), .data_o({round_in, round_active})
  );
  assign round_valid = round_filled && round_active;

  // round
  log_round #(
    .LogBits(CorrectedLogBits), .CorrectionBits(CorrectionBits), .GuardBits(GuardBits),
    .LogGuardBits(LogGuardBits), .LogarithmBits(CLogarithmBits),
    .TwosComplement(CTwosComplement), .Bias(CBias), .Zero(CZero), .HasSign(CHasSign)
  ) u_round (
    .sign_i(round_in[RefineBits-1]), .log_i(round_in[RefineBits-2 -: CorrectedLogBits]),
    .subtract_i(round_in[CorrectionBits+1]), .zero_i(round_in[CorrectionBits]),
    .correction_i(round_in[CorrectionBits-1:0]), .z_o(round_d)
  );
  stage_register #(.Width(CWidth + 1), .Cut(1'b1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(round_filled), .ready_o(round_ready), .data_i({round_d, round_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );

  assign valid_o      = filled && active;
  assign unused_ready = order_ready ^ cotransform_ready ^ lookup_ready ^ refine_ready ^ round_ready;

endmodule
