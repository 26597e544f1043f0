// Sorts both terms and shifts the lower one right. A dual path has the terms of its near path
// beside them, which are at most one place apart. Twin of models/fp_add/fp_add_align.h.
//
//   large     | 1 | fraction ........ | 0 ... |      U1.WindowBits
//   small     | 0 ... 0 | the other . | .|...        bits beyond the window: sticky_o
//
// A single path sorts by magnitude, so that no difference is negative; a dual one by exponent, since
// its near path takes the differences that could be.
module fp_add_align #(
  parameter  int unsigned ABits        = 4,   // of the significand
  parameter  int unsigned BBits        = 4,
  parameter  int unsigned ExponentBits = 4,
  parameter  int unsigned WindowBits   = 5,
  parameter  int unsigned NearBits     = 4,
  parameter  int unsigned Flags        = 0,
  parameter  int unsigned Path         = 0,
  localparam int unsigned TermBits     = WindowBits + 1,
  localparam int unsigned NearTermBits = NearBits + 1
) (
  input  logic                    a_sign_i,
  input  logic [ExponentBits-1:0] a_exponent_i,
  input  logic [ABits-1:0]        a_significand_i,  // U1.(ABits-1)
  input  logic                    a_nan_i,
  input  logic                    a_infinity_i,
  input  logic                    b_sign_i,
  input  logic [ExponentBits-1:0] b_exponent_i,
  input  logic [BBits-1:0]        b_significand_i,
  input  logic                    b_nan_i,
  input  logic                    b_infinity_i,
  output logic                    sign_o,           // of the large term
  output logic                    subtract_o,       // the small term has the other sign
  output logic                    near_o,           // subtract, at exponents at most 1 apart
  output logic [ExponentBits-1:0] exponent_o,       // of the large term's units
  output logic [TermBits-1:0]     large_o,
  output logic [TermBits-1:0]     small_o,
  output logic                    sticky_o,
  output logic [NearTermBits-1:0] near_large_o,
  output logic [NearTermBits-1:0] near_small_o,
  output logic                    nan_o,
  output logic                    infinity_o,       // with nan_o: the operation is invalid
  output logic                    infinity_sign_o
);

  localparam int unsigned FullBits     = $clog2(TermBits + 1);  // of a distance that shifts all out
  localparam int unsigned DistanceBits = (FullBits < ExponentBits) ? FullBits : ExponentBits;

  logic [NearTermBits-1:0] a, b;
  logic [ExponentBits:0]   above, below;
  logic                    a_is_lower, b_is_lower, b_is_large;

  assign a          = NearTermBits'(a_significand_i) << (NearTermBits - ABits);
  assign b          = NearTermBits'(b_significand_i) << (NearTermBits - BBits);
  assign above      = {1'b0, a_exponent_i} - {1'b0, b_exponent_i};
  assign below      = {1'b0, b_exponent_i} - {1'b0, a_exponent_i};
  assign a_is_lower = above[ExponentBits];
  assign b_is_lower = below[ExponentBits];
  assign subtract_o = a_sign_i ^ b_sign_i;

  // Sort and shift.
  logic [TermBits-1:0]     a_term, b_term;

  assign sign_o     = b_is_large ? b_sign_i : a_sign_i;
  assign a_term     = TermBits'(a) << (TermBits - NearTermBits);
  assign b_term     = TermBits'(b) << (TermBits - NearTermBits);

  if (Path == fp_add_pkg::PathDual) begin : gen_dual
    // Both are shifted, each by how far it is below the other, and the one that is not comes to 0:
    // which of them it is need not be known before.
    logic [TermBits-1:0] a_shifted, b_shifted;
    logic                a_lost, b_lost, unused_lower;

    line_shift_right #(.InBits(NearTermBits), .OutBits(TermBits), .DistanceBits(ExponentBits)) u_a (
      .data_i(a), .distance_i(below[ExponentBits-1:0]), .enable_i(a_is_lower),
      .data_o(a_shifted), .sticky_o(a_lost)
    );
    line_shift_right #(.InBits(NearTermBits), .OutBits(TermBits), .DistanceBits(ExponentBits)) u_b (
      .data_i(b), .distance_i(above[ExponentBits-1:0]), .enable_i(!a_is_lower),
      .data_o(b_shifted), .sticky_o(b_lost)
    );
    wide_choice #(.Width(TermBits + ExponentBits)) u_large (
      .choice_i(a_is_lower), .if_one_i({b_term, b_exponent_i}), .if_zero_i({a_term, a_exponent_i}),
      .data_o({large_o, exponent_o})
    );
    assign small_o      = a_shifted | b_shifted;
    assign sticky_o     = a_lost | b_lost;
    assign unused_lower = b_is_lower;
    // The last two bits of the difference of exponents tell 0, 1 and -1 apart; at any other the
    // near path's result is not used.
    logic [1:0] last;
    assign b_is_large   = a_is_lower;
    assign near_o       = subtract_o && (above[ExponentBits:1] == '0 || (&above));
    assign last         = 2'(a_exponent_i) - 2'(b_exponent_i);
    // small: b unless a is the lower one; half of it unless both are alike.
    logic [NearTermBits-1:0] b_or_half;
    wide_choice #(.Width(NearTermBits)) u_half (
      .choice_i(last[0]), .if_one_i(b >> 1), .if_zero_i(b), .data_o(b_or_half)
    );
    wide_choice #(.Width(2 * NearTermBits)) u_near (
      .choice_i(last == 2'd3), .if_one_i({b, a >> 1}), .if_zero_i({a, b_or_half}),
      .data_o({near_large_o, near_small_o})
    );
  end else begin : gen_single
    logic [ExponentBits-1:0] distance;
    logic [TermBits-1:0]     lower, shifted;
    logic                    lost, unused_lower;

    // At equal exponents either choice is right: another select than that of the terms.
    assign distance   = b_is_lower ? above[ExponentBits-1:0] : below[ExponentBits-1:0];
    assign exponent_o = b_is_lower ? a_exponent_i : b_exponent_i;
    assign large_o    = b_is_large ? b_term : a_term;
    assign lower      = b_is_large ? a_term : b_term;
    shift_right_sticky #(.Width(TermBits), .DistanceBits(DistanceBits)) u_shift (
      .data_i(lower), .distance_i(distance[DistanceBits-1:0]), .sticky_i(1'b0), .data_o(shifted),
      .sticky_o(lost)
    );
    if (ExponentBits > DistanceBits) begin : gen_beyond
      logic beyond;
      assign beyond   = |distance[ExponentBits-1:DistanceBits];
      assign small_o  = shifted & {TermBits{!beyond}};
      assign sticky_o = beyond ? |lower : lost;
    end else begin : gen_within
      assign small_o  = shifted;
      assign sticky_o = lost;
    end
    assign unused_lower = a_is_lower;
    assign b_is_large   = {b_exponent_i, b} > {a_exponent_i, a};
    assign near_o       = 1'b0;
    assign near_large_o = '0;
    assign near_small_o = '0;
  end

  // What is not a number.
  logic a_is_infinity, undefined, invalid;

  assign a_is_infinity   = a_infinity_i && !a_nan_i;
  assign undefined       = a_is_infinity && b_infinity_i && !b_nan_i && subtract_o;
  assign invalid         = (a_infinity_i && a_nan_i) || (b_infinity_i && b_nan_i) || undefined;
  assign nan_o           = a_nan_i || b_nan_i || undefined;
  assign infinity_o      = nan_o ? (Flags != 0) && invalid : a_infinity_i || b_infinity_i;
  assign infinity_sign_o = a_is_infinity ? a_sign_i : b_sign_i;

endmodule
