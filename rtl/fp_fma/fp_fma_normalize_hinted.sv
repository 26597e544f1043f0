// Normalizes by a word whose highest one is where the sum's is, or one place above it. A part of
// fp_fma_normalize.
//
// Nothing is counted or decoded: the highest one of the word, among them one at the place where the
// least exponent ends the shift, is a line that takes the bits of the sum below it. Then one place
// more, if no one came to the top. The sum is one of two until its carry is known: both are shifted.
module fp_fma_normalize_hinted #(
  parameter  int unsigned SumBits        = 15,
  parameter  int unsigned ExponentBits   = 6,
  parameter  int unsigned KeptBits       = 12,
  parameter  int unsigned Adder          = 0,
  localparam int unsigned NormalizedBits = ExponentBits + 1
) (
  input  logic [ExponentBits-1:0]   exponent_i,
  input  logic [SumBits-1:0]        if_carry_i,
  input  logic [SumBits-1:0]        if_none_i,
  input  logic                      carry_i,
  input  logic [SumBits-1:0]        hint_i,
  input  logic                      sticky_i,
  output logic [NormalizedBits-1:0] exponent_o,
  output logic [KeptBits-1:0]       kept_o,
  output logic                      sticky_o,
  output logic                      again_o,           // One place more is needed:
  output logic [NormalizedBits-1:0] first_exponent_o,  // then these are not meant,
  output logic [KeptBits-1:0]       first_kept_o,
  output logic                      first_sticky_o,
  output logic [NormalizedBits-1:0] again_exponent_o,  // but these.
  output logic [KeptBits-1:0]       again_kept_o,
  output logic                      again_sticky_o
);

  logic [SumBits-1:0] ends, marks, seen, at;

  // Where the shift must end: exponent_i + 1 places below the top.
  for (genvar i = 0; i < SumBits; i++) begin : gen_end
    localparam int unsigned Zeros = SumBits - 1 - i;
    if (Zeros > 0 && Zeros <= (1 << ExponentBits)) begin : gen_reached
      assign ends[i] = exponent_i == ExponentBits'(Zeros - 1);
    end else begin : gen_beyond
      assign ends[i] = 1'b0;
    end
  end
  assign marks = hint_i | ends;

  // seen[i]: a one at i or above. at: the highest one.
  highest_one #(.Width(SumBits)) u_highest (.data_i(marks), .seen_o(seen), .highest_o(at));

  // One place more than is kept, for the last shift.
  logic [KeptBits:0]         wide, wide_if_carry, wide_if_none;
  logic                      rest, rest_if_carry, rest_if_none, ended, again;
  // How many zeros, from seen: bit k is set from each odd multiple of 2^k up to the next even one.
  localparam int unsigned ZeroBits = $clog2(SumBits + 1);
  localparam int unsigned AllBits  = format_pkg::maximum(ZeroBits, NormalizedBits);

  logic [ZeroBits-1:0] zeros;

  always_comb begin
    zeros = '0;
    for (int unsigned k = 0; k < ZeroBits; k++) begin
      for (int unsigned n = (1 << k); n <= SumBits; n = n + (2 << k)) begin
        if (n + (1 << k) <= SumBits) begin
          zeros[k] = zeros[k] | (!seen[SumBits-n] & seen[SumBits-n-(1<<k)]);
        end else begin
          zeros[k] = zeros[k] | !seen[SumBits-n];
        end
      end
    end
  end

  // exponent_i + 2 - zeros, and one less.
  logic [AllBits-1:0]        base, less;
  /* verilator lint_off UNUSEDSIGNAL */  // more zeros than the exponent allows: no one is on top
  logic [AllBits-1:0]        first_exponent, again_exponent;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [1:0]                unused_carry;

  assign base = AllBits'(exponent_i) + AllBits'(2);
  assign less = AllBits'(zeros) ^ {AllBits{1'b1}};
  adder #(.Width(AllBits), .Architecture(Adder)) u_first (
    .a_i(base), .b_i(less), .carry_i(1'b1), .sum_o(first_exponent), .carry_o(unused_carry[0])
  );
  adder #(.Width(AllBits), .Architecture(Adder)) u_again (
    .a_i(base), .b_i(less), .carry_i(1'b0), .sum_o(again_exponent), .carry_o(unused_carry[1])
  );

  always_comb begin
    wide_if_carry = '0;
    wide_if_none  = '0;
    for (int unsigned j = 0; j <= KeptBits; j++) begin
      for (int unsigned i = j; i < SumBits; i++) begin
        wide_if_carry[KeptBits-j] = wide_if_carry[KeptBits-j] | (at[i] & if_carry_i[i-j]);
        wide_if_none[KeptBits-j]  = wide_if_none[KeptBits-j] | (at[i] & if_none_i[i-j]);
      end
    end
    rest_if_carry = 1'b0;
    rest_if_none  = 1'b0;
    for (int unsigned i = 0; i + KeptBits + 1 < SumBits; i++) begin
      rest_if_carry = rest_if_carry | (if_carry_i[i] & seen[i+KeptBits+1]);
      rest_if_none  = rest_if_none | (if_none_i[i] & seen[i+KeptBits+1]);
    end
  end

  assign wide     = carry_i ? wide_if_carry : wide_if_none;
  assign rest     = carry_i ? rest_if_carry : rest_if_none;
  assign ended    = |(at & ends);
  assign again    = !wide[KeptBits] && !ended;

  assign first_exponent_o = NormalizedBits'(first_exponent) & {NormalizedBits{wide[KeptBits]}};
  assign first_kept_o     = wide[KeptBits:1];
  assign first_sticky_o   = sticky_i || rest || wide[0];
  assign again_exponent_o = NormalizedBits'(again_exponent) & {NormalizedBits{wide[KeptBits-1]}};
  assign again_kept_o     = wide[KeptBits-1:0];
  assign again_sticky_o   = sticky_i || rest;

  assign again_o    = again;
  assign exponent_o = again ? again_exponent_o : first_exponent_o;
  assign kept_o     = again ? again_kept_o : first_kept_o;
  assign sticky_o   = again ? again_sticky_o : first_sticky_o;

endmodule
