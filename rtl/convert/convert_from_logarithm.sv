// z = a, a logarithm or a log posit, as an integer or floating number. Twin of
// models/convert/convert_from_logarithm_laws.h. Bit i of Cuts puts a register after stage i.
module convert_from_logarithm #(
  parameter  int unsigned ALogarithmBits   = 7,
  parameter  int unsigned ATwosComplement  = 0,
  parameter  int unsigned ABias            = 64,
  parameter  int unsigned AZero            = 0,
  parameter  int unsigned AHasSign         = 1,
  parameter  int unsigned ALogBits         = 7,
  parameter  int unsigned APositWidth      = 0,  // of a log posit; 0: a logarithm
  parameter  int unsigned APositExponentSize = 0,  // of that
  parameter  int unsigned FractionBits     = 3,  // of a logarithm in octaves
  parameter  int unsigned ZKind            = 3,
  parameter  int unsigned ZWidth           = 16,
  parameter  int unsigned ZExponentBits    = 5,
  parameter  int unsigned ZFractionBits    = 10,
  parameter  int unsigned ZSpecials        = 0,
  parameter  int unsigned ZHasSign         = 1,
  parameter  int unsigned ZHasSubnormals   = 1,
  parameter  int unsigned ZHasZero         = 1,
  // int: biased octaves, and from these to the height, models/convert/convert_shape.h
  parameter  int unsigned LeastExponent    = 0,
  parameter  int unsigned GreatestExponent = 15,
  parameter  int unsigned HeightOffset     = 6,
  parameter  int unsigned Rounding         = 0,
  parameter  int unsigned RandomBits       = 0,
  parameter  int unsigned Overflow         = 0,
  parameter  int unsigned FlushOutputs     = 0,
  parameter  int unsigned Flags            = 0,
  parameter  int unsigned TinyAfter        = 0,
  parameter  int unsigned Cuts             = 0,
  localparam int unsigned AWidth           =
      (APositWidth != 0) ? APositWidth : AHasSign + ((AZero == 1) ? 1 : 0) + ALogarithmBits,
  localparam int unsigned RoundingBits     = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned FlagBits         = format_pkg::flag_bits(Flags)
) (
  input  logic                    clk_i,
  input  logic                    rst_ni,
  input  logic                    valid_i,
  output logic                    ready_o,
  input  logic [AWidth-1:0]       a_i,
  input  logic                    b_i,  // no operand
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    valid_o,
  input  logic                    ready_i,
  output logic [ZWidth-1:0]       z_o,
  output logic [FlagBits-1:0]     flags_o
);

  localparam int unsigned LogBits      = format_pkg::maximum(ALogBits, FractionBits + 1);
  localparam int unsigned ExponentBits = LogBits - FractionBits;
  localparam int unsigned Precision    = convert_pkg::precision(ZKind, ZWidth, ZFractionBits);
  localparam int unsigned GuardBits    =
      convert_pkg::guard_bits(ZKind, ZHasSubnormals, RandomBits, Flags, TinyAfter);
  localparam int unsigned EntryBits       = (FractionBits > 0) ? Precision + GuardBits : 0;
  localparam int unsigned SignificandBits = 1 + EntryBits;
  localparam int Highest = $signed(GreatestExponent) + $signed(HeightOffset);
  localparam int unsigned ShiftedBits = convert_pkg::shifted_bits(ZKind, Highest, 0, ZExponentBits);
  // Every significand has its top bit, and integers saturate.
  localparam int unsigned TopHeight   = convert_pkg::top_height(
      Precision, SignificandBits, Highest, $signed(LeastExponent) - 1 + $signed(HeightOffset), 0);

  // The concatenations that registers hold, most significant first:
  //   unpack   sign log zero nan       nan: of log posits alone
  //   linear   sign exponent significand nan
  //   shift    sign exponent significand guard sticky nan infinity
  //   round    z flags
  localparam int unsigned NanBits    = (APositWidth != 0) ? 1 : 0;
  localparam int unsigned UnpackBits = 2 + LogBits + NanBits;
  localparam int unsigned LinearBits = 1 + ExponentBits + SignificandBits + NanBits;
  localparam int unsigned ShiftBits  = 4 + ShiftedBits + Precision + GuardBits;
  localparam int unsigned ResultBits = ZWidth + ((Flags != 0) ? FlagBits : 0);

  // The rounding operand passes below them until it is used; without one, nothing does.
  localparam int unsigned Carried = (Rounding >= 6) ? RoundingBits : 0;
  localparam int unsigned Dropped = RoundingBits - Carried;

  logic unpack_valid, linear_valid, shift_valid, round_valid;
  logic linear_ready, shift_ready, round_ready, unused_operand;
  logic unpack_nan, shift_nan;

  logic [UnpackBits-1:0]         unpack_d, linear_in;
  logic [LinearBits-1:0]         linear_d, shift_in;
  logic [ShiftBits-1:0]          shift_d, round_in;
  logic [ResultBits-1:0]         round_d, result;
  logic [ZWidth-1:0]             z;
  logic [FlagBits-1:0]           flags;
  logic [UnpackBits+Carried-1:0] linear_all;
  logic [LinearBits+Carried-1:0] shift_all;
  logic [ShiftBits+Carried-1:0]  round_all;
  logic [RoundingBits-1:0]       linear_rounding, shift_rounding, round_rounding;

  assign unused_operand  = b_i;
  assign linear_in       = linear_all[Carried +: UnpackBits];
  assign shift_in        = shift_all[Carried +: LinearBits];
  assign round_in        = round_all[Carried +: ShiftBits];
  // Without a rounding operand any bit will do: nothing uses it.
  assign linear_rounding = linear_all[RoundingBits-1:0];
  assign shift_rounding  = shift_all[RoundingBits-1:0];
  assign round_rounding  = round_all[RoundingBits-1:0];

  if (NanBits > 0) begin : gen_nan
    assign unpack_d[0] = unpack_nan;
    assign linear_d[0] = linear_in[0];
    assign shift_nan   = shift_in[0];
  end else begin : gen_no_nan
    logic unused_nan;
    assign unused_nan = unpack_nan;
    assign shift_nan  = 1'b0;
  end

  // unpack
  assign unpack_valid = valid_i;
  convert_log_unpack #(
    .ALogarithmBits(ALogarithmBits), .ATwosComplement(ATwosComplement), .ABias(ABias),
    .AZero(AZero), .AHasSign(AHasSign), .ALogBits(ALogBits), .APositWidth(APositWidth),
    .APositExponentSize(APositExponentSize), .LogBits(LogBits)
  ) u_unpack (
    .a_i, .sign_o(unpack_d[UnpackBits-1]), .log_o(unpack_d[1+NanBits +: LogBits]),
    .zero_o(unpack_d[NanBits]), .nan_o(unpack_nan)
  );
  stage_register #(.Width(UnpackBits + Carried), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o,
    .data_i((UnpackBits+Carried)'({unpack_d, rounding_i} >> Dropped)),
    .valid_o(linear_valid), .ready_i(linear_ready), .data_o(linear_all)
  );

  // linear
  convert_linear #(
    .LogBits(LogBits), .FractionBits(FractionBits), .EntryBits(EntryBits)
  ) u_linear (
    .sign_i(linear_in[UnpackBits-1]), .log_i(linear_in[1+NanBits +: LogBits]),
    .zero_i(linear_in[NanBits]),
    .sign_o(linear_d[LinearBits-1]), .exponent_o(linear_d[LinearBits-2 -: ExponentBits]),
    .significand_o(linear_d[NanBits +: SignificandBits])
  );
  stage_register #(.Width(LinearBits + Carried), .Cut(Cuts[1])) u_linear_register (
    .clk_i, .rst_ni,
    .valid_i(linear_valid), .ready_o(linear_ready),
    .data_i((LinearBits+Carried)'({linear_d, linear_rounding} >> Dropped)),
    .valid_o(shift_valid), .ready_i(shift_ready), .data_o(shift_all)
  );

  // shift
  convert_shift #(
    .SignificandBits(SignificandBits), .ExponentBits(ExponentBits), .LeastExponent(LeastExponent),
    .GreatestExponent(GreatestExponent), .UnnormalizedExponent(LeastExponent - 1),
    .HeightOffset(HeightOffset), .ToInteger((ZKind == format_pkg::KindFloating) ? 0 : 1),
    .Subnormals(ZHasSubnormals), .Precision(Precision), .GuardBits(GuardBits),
    .ShiftedBits(ShiftedBits), .TopHeight(TopHeight), .Clamps(0)
  ) u_shift (
    .sign_i(shift_in[LinearBits-1]), .exponent_i(shift_in[LinearBits-2 -: ExponentBits]),
    .significand_i(shift_in[NanBits +: SignificandBits]), .nan_i(shift_nan), .infinity_i(1'b0),
    .sign_o(shift_d[ShiftBits-1]), .exponent_o(shift_d[ShiftBits-2 -: ShiftedBits]),
    .significand_o(shift_d[3+GuardBits +: Precision]), .guard_o(shift_d[3 +: GuardBits]),
    .sticky_o(shift_d[2]), .nan_o(shift_d[1]), .infinity_o(shift_d[0])
  );
  stage_register #(.Width(ShiftBits + Carried), .Cut(Cuts[2])) u_shift_register (
    .clk_i, .rst_ni,
    .valid_i(shift_valid), .ready_o(shift_ready),
    .data_i((ShiftBits+Carried)'({shift_d, shift_rounding} >> Dropped)),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_all)
  );

  // round
  convert_round #(
    .ExponentBits(ShiftedBits), .Precision(Precision), .GuardBits(GuardBits),
    .ZKind(ZKind), .ZWidth(ZWidth), .ZExponentBits(ZExponentBits), .ZFractionBits(ZFractionBits),
    .ZSpecials(ZSpecials), .ZHasSign(ZHasSign), .ZHasSubnormals(ZHasSubnormals),
    .ZHasZero(ZHasZero), .Rounding(Rounding), .RandomBits(RandomBits), .Overflow(Overflow),
    .FlushOutputs(FlushOutputs), .Flags(Flags), .TinyAfter(TinyAfter)
  ) u_round (
    .sign_i(round_in[ShiftBits-1]), .exponent_i(round_in[ShiftBits-2 -: ShiftedBits]),
    .significand_i(round_in[3+GuardBits +: Precision]), .guard_i(round_in[3 +: GuardBits]),
    .sticky_i(round_in[2]), .nan_i(round_in[1]), .infinity_i(round_in[0]),
    .rounding_i(round_rounding), .z_o(z), .flags_o(flags)
  );
  stage_register #(.Width(ResultBits), .Cut(Cuts[3])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(result)
  );

  assign round_d = ResultBits'({z, flags} >> (ZWidth + FlagBits - ResultBits));
  assign z_o     = result[ResultBits-1 -: ZWidth];
  if (Flags != 0) begin : gen_flags
    assign flags_o = result[FlagBits-1:0];
  end else begin : gen_no_flags
    assign flags_o = '0;
  end

endmodule
