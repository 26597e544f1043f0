// The last stage: towards a signed floating format with subnormals that of sums and products, else
// one of two of its own. Twin of models/convert/convert_round.h.
module convert_round #(
  parameter  int unsigned ExponentBits   = 9,   // of exponent_i
  parameter  int unsigned Precision      = 11,
  parameter  int unsigned GuardBits      = 2,
  parameter  int unsigned ZKind          = 3,
  parameter  int unsigned ZWidth         = 16,
  parameter  int unsigned ZExponentBits  = 5,
  parameter  int unsigned ZFractionBits  = 10,
  parameter  int unsigned ZSpecials      = 0,
  parameter  int unsigned ZHasSign       = 1,
  parameter  int unsigned ZHasSubnormals = 1,
  parameter  int unsigned ZHasZero       = 1,
  parameter  int unsigned Symmetric      = 0,   // of two's complement the number without negative
                                                // is left out
  parameter  int unsigned Rounding       = 0,
  parameter  int unsigned RandomBits     = 0,
  parameter  int unsigned Overflow       = 0,
  parameter  int unsigned FlushOutputs   = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned TinyAfter      = 0,
  localparam int unsigned RoundingBits   = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned FlagBits       = format_pkg::flag_bits(Flags)
) (
  input  logic                    sign_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [Precision-1:0]    significand_i,
  input  logic [GuardBits-1:0]    guard_i,
  input  logic                    sticky_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic [ZWidth-1:0]       z_o,
  output logic [FlagBits-1:0]     flags_o
);

  localparam int unsigned OverflowWrap = 3;

  if (convert_pkg::rounds_as_sums(ZKind, ZHasSign, ZHasSubnormals) != 0) begin : gen_sums
    float_round #(
      .ExponentBits(ExponentBits), .CExponentBits(ZExponentBits), .CFractionBits(ZFractionBits),
      .CSpecials(ZSpecials), .Rounding(Rounding), .RandomBits(RandomBits), .Overflow(Overflow),
      .GuardBits(GuardBits), .FlushOutputs(FlushOutputs), .Flags(Flags), .TinyAfter(TinyAfter)
    ) u_float_round (
      .sign_i, .exponent_i, .significand_i, .guard_i, .sticky_i, .nan_i, .infinity_i,
      .infinity_sign_i(sign_i), .rounding_i, .z_o, .flags_o
    );
  end else begin : gen_own
    logic [4:0] flags;
    if (ZKind == format_pkg::KindFloating) begin : gen_floating
      convert_round_float #(
        .ExponentBits(ExponentBits), .FormatExponentBits(ZExponentBits),
        .FractionBits(ZFractionBits), .Specials(ZSpecials), .HasSign(ZHasSign),
        .HasSubnormals(ZHasSubnormals), .HasZero(ZHasZero), .Rounding(Rounding),
        .RandomBits(RandomBits), .Overflow(Overflow), .GuardBits(GuardBits),
        .FlushOutputs(FlushOutputs), .TinyAfter((Flags != 0) ? TinyAfter : 0)
      ) u_float (
        .sign_i, .exponent_i, .significand_i, .guard_i, .sticky_i, .nan_i, .infinity_i, .rounding_i,
        .z_o, .invalid_o(flags[4]), .overflow_o(flags[2]), .underflow_o(flags[1]),
        .inexact_o(flags[0])
      );
    end else begin : gen_integer
      convert_round_integer #(
        .Kind(ZKind), .Width(ZWidth), .Rounding(Rounding), .RandomBits(RandomBits),
        .GuardBits(GuardBits), .Wraps((Overflow == OverflowWrap) ? 1 : 0), .Symmetric(Symmetric)
      ) u_integer (
        .sign_i, .beyond_i(exponent_i), .significand_i, .guard_i, .sticky_i, .nan_i, .infinity_i,
        .rounding_i, .z_o, .invalid_o(flags[4]), .overflow_o(flags[2]), .inexact_o(flags[0])
      );
      assign flags[1] = 1'b0;
    end
    assign flags[3] = 1'b0;
    if (Flags != 0) begin : gen_flags
      assign flags_o = flags;
    end else begin : gen_no_flags
      logic unused_flags;
      assign unused_flags = ^flags;
      assign flags_o      = 1'b0;
    end
  end

endmodule
