// z = a in another format, or a times a power of two: the scale b. Twin of
// models/convert/convert_laws.h. Bit i of Cuts puts a register after stage i.
module convert #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 32,
  parameter  int unsigned AExponentBits  = 8,
  parameter  int unsigned AFractionBits  = 23,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned Scaled         = 0,
  parameter  int unsigned BKind          = 3,
  parameter  int unsigned BWidth         = 1,
  parameter  int unsigned BExponentBits  = 0,
  parameter  int unsigned BFractionBits  = 0,
  parameter  int unsigned BSpecials      = 0,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned ZKind          = 3,
  parameter  int unsigned ZWidth         = 16,
  parameter  int unsigned ZExponentBits  = 5,
  parameter  int unsigned ZFractionBits  = 10,
  parameter  int unsigned ZSpecials      = 0,
  parameter  int unsigned ZHasSign       = 1,
  parameter  int unsigned ZHasSubnormals = 1,
  parameter  int unsigned ZHasZero       = 1,
  // int: from the sum of the biased exponents to the height, models/convert/convert_shape.h
  parameter  int unsigned HeightOffset   = 32'hffff_ff8f,
  parameter  int unsigned Rounding       = 0,
  parameter  int unsigned RandomBits     = 0,
  parameter  int unsigned Overflow       = 0,
  parameter  int unsigned FlushInputs    = 0,
  parameter  int unsigned FlushOutputs   = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned TinyAfter      = 0,
  parameter  int unsigned Cuts           = 0,
  localparam int unsigned RoundingBits   = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned FlagBits       = format_pkg::flag_bits(Flags)
) (
  input  logic                    clk_i,
  input  logic                    rst_ni,
  input  logic                    valid_i,
  output logic                    ready_o,
  input  logic [AWidth-1:0]       a_i,
  input  logic [BWidth-1:0]       b_i,  // one unused bit without a scale
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    valid_o,
  input  logic                    ready_i,
  output logic [ZWidth-1:0]       z_o,
  output logic [FlagBits-1:0]     flags_o
);

  localparam int unsigned OverflowSaturate = 1;
  localparam int unsigned OverflowWrap     = 3;

  localparam int unsigned SignificandBits =
      format_pkg::significand_bits(AKind, AWidth, AFractionBits);
  localparam int ALeast    =
      convert_pkg::least_exponent(AKind, AWidth, AExponentBits, AHasSubnormals);
  localparam int AGreatest = convert_pkg::greatest_exponent(AKind, AWidth, AExponentBits);
  localparam int BLeast    =
      (Scaled != 0)
          ? convert_pkg::least_exponent(BKind, BWidth, BExponentBits, BHasSubnormals) : 0;
  localparam int BGreatest =
      (Scaled != 0) ? convert_pkg::greatest_exponent(BKind, BWidth, BExponentBits) : 0;
  localparam int Greatest     = AGreatest + BGreatest;
  localparam int Unnormalized = convert_pkg::unnormalized_exponent(
      AKind, AFractionBits, AHasSubnormals, FlushInputs, ALeast, BLeast, BGreatest);
  localparam int unsigned ExponentBits = convert_pkg::exponent_bits(Greatest);

  localparam int unsigned Precision = convert_pkg::precision(ZKind, ZWidth, ZFractionBits);
  localparam int unsigned GuardBits =
      convert_pkg::guard_bits(ZKind, ZHasSubnormals, RandomBits, Flags, TinyAfter);
  localparam int unsigned CanBeInfinite =
      format_pkg::has_infinity(AKind, ASpecials)
      | ((Scaled != 0) ? format_pkg::has_infinity(BKind, BSpecials) : 0);
  localparam int unsigned Clamps = convert_pkg::clamps(
      convert_pkg::rounds_as_sums(ZKind, ZHasSign, ZHasSubnormals), ZKind, ZSpecials,
      (Overflow == OverflowSaturate) ? 1 : 0, CanBeInfinite);
  localparam int unsigned ShiftedBits = convert_pkg::shifted_bits(
      ZKind, Greatest + $signed(HeightOffset), Clamps, ZExponentBits);
  localparam int unsigned TopHeight = convert_pkg::top_height(
      Precision, SignificandBits, Greatest + $signed(HeightOffset),
      Unnormalized + $signed(HeightOffset), (Overflow == OverflowWrap) ? 1 : 0);

  // The concatenations that registers hold, most significant first:
  //   unpack   sign exponent significand nan infinity
  //   shift    sign exponent significand guard sticky nan infinity
  //   round    z flags
  localparam int unsigned UnpackBits = 3 + ExponentBits + SignificandBits;
  localparam int unsigned ShiftBits  = 4 + ShiftedBits + Precision + GuardBits;
  localparam int unsigned ResultBits = ZWidth + ((Flags != 0) ? FlagBits : 0);

  // The rounding operand passes below them until it is used; without one, nothing does.
  localparam int unsigned Carried = (Rounding >= 6) ? RoundingBits : 0;
  localparam int unsigned Dropped = RoundingBits - Carried;

  logic unpack_valid, shift_valid, round_valid;
  logic shift_ready, round_ready;

  logic [UnpackBits-1:0]         unpack_d, shift_in;
  logic [ShiftBits-1:0]          shift_d, round_in;
  logic [ResultBits-1:0]         round_d, result;
  logic [ZWidth-1:0]             z;
  logic [FlagBits-1:0]           flags;
  logic [UnpackBits+Carried-1:0] shift_all;
  logic [ShiftBits+Carried-1:0]  round_all;
  logic [RoundingBits-1:0]       shift_rounding, round_rounding;

  assign shift_in       = shift_all[Carried +: UnpackBits];
  assign round_in       = round_all[Carried +: ShiftBits];
  // Without a rounding operand any bit will do: nothing uses it.
  assign shift_rounding = shift_all[RoundingBits-1:0];
  assign round_rounding = round_all[RoundingBits-1:0];

  // unpack
  assign unpack_valid = valid_i;
  convert_unpack #(
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero), .Scaled(Scaled), .BWidth(BWidth), .BExponentBits(BExponentBits),
    .BSpecials(BSpecials), .BHasSubnormals(BHasSubnormals), .BHasZero(BHasZero),
    .FlushInputs(FlushInputs), .Flags(Flags), .ExponentBits(ExponentBits)
  ) u_unpack (
    .a_i, .b_i,
    .sign_o(unpack_d[UnpackBits-1]), .exponent_o(unpack_d[UnpackBits-2 -: ExponentBits]),
    .significand_o(unpack_d[2 +: SignificandBits]), .nan_o(unpack_d[1]), .infinity_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + Carried), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o,
    .data_i((UnpackBits+Carried)'({unpack_d, rounding_i} >> Dropped)),
    .valid_o(shift_valid), .ready_i(shift_ready), .data_o(shift_all)
  );

  // shift
  convert_shift #(
    .SignificandBits(SignificandBits), .ExponentBits(ExponentBits), .LeastExponent(ALeast + BLeast),
    .GreatestExponent(Greatest), .UnnormalizedExponent(Unnormalized), .HeightOffset(HeightOffset),
    .ToInteger((ZKind == format_pkg::KindFloating) ? 0 : 1), .Subnormals(ZHasSubnormals),
    .Precision(Precision), .GuardBits(GuardBits), .ShiftedBits(ShiftedBits),
    .TopHeight(TopHeight), .Clamps(Clamps)
  ) u_shift (
    .sign_i(shift_in[UnpackBits-1]), .exponent_i(shift_in[UnpackBits-2 -: ExponentBits]),
    .significand_i(shift_in[2 +: SignificandBits]), .nan_i(shift_in[1]), .infinity_i(shift_in[0]),
    .sign_o(shift_d[ShiftBits-1]), .exponent_o(shift_d[ShiftBits-2 -: ShiftedBits]),
    .significand_o(shift_d[3+GuardBits +: Precision]), .guard_o(shift_d[3 +: GuardBits]),
    .sticky_o(shift_d[2]), .nan_o(shift_d[1]), .infinity_o(shift_d[0])
  );
  stage_register #(.Width(ShiftBits + Carried), .Cut(Cuts[1])) u_shift_register (
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
  stage_register #(.Width(ResultBits), .Cut(Cuts[2])) u_round_register (
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

  logic unused_parameters;
  assign unused_parameters = &{1'b0, BFractionBits[0], BHasSign[0]};

endmodule
