// Carries the sum into the guard bits, and wraps or saturates. Twin of models/common/fixed_accumulate.h.
module fixed_accumulate #(
  parameter  int unsigned ProductBits = 16,
  parameter  int unsigned GuardBits   = 12,
  parameter  int unsigned FlagBits    = 0,
  parameter  int unsigned Saturate    = 0,
  localparam int unsigned WordBits    = ProductBits + GuardBits + FlagBits,
  localparam int unsigned HighBits    = (GuardBits > 0) ? GuardBits : 1,
  localparam int unsigned FlagPorts   = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                   carry_i,
  input  logic                   extension_i,
  input  logic [ProductBits-1:0] low_i,
  input  logic [HighBits-1:0]    high_i,       // its top bit is the accumulator's sign
  input  logic [FlagPorts-1:0]   flags_i,
  output logic [WordBits-1:0]    sum_o
);

  localparam int unsigned FixedBits = ProductBits + GuardBits;

  logic [FixedBits-1:0] wrapped, fixed;

  // Every guard bit gets the extension, and the lowest the carry: -1 + 1, -1, 0 or +1.
  if (GuardBits > 0) begin : gen_high
    assign wrapped = {high_i + {HighBits{extension_i}} + HighBits'(carry_i), low_i};
  end else begin : gen_no_high
    assign wrapped = low_i;

    logic unused_carry;
    assign unused_carry = carry_i;
  end

  // Overflow: both terms of one sign, the sum of the other.
  if (Saturate != 0) begin : gen_saturate
    logic negative, overflow;
    assign negative = high_i[HighBits-1];
    assign overflow = (negative == extension_i) && (wrapped[FixedBits-1] != negative);
    assign fixed    = overflow ? {negative, {(FixedBits-1){!negative}}} : wrapped;
  end else begin : gen_wrap
    logic unused_sign;
    assign unused_sign = high_i[HighBits-1] ^ extension_i;
    assign fixed       = wrapped;
  end

  if (FlagBits > 0) begin : gen_flags
    assign sum_o = {flags_i, fixed};
  end else begin : gen_no_flags
    logic unused_flags;
    assign unused_flags = flags_i[0];
    assign sum_o        = fixed;
  end

endmodule
