// Normalizes by a word whose highest one is where the sum's is, or one place above it. A part of
// fp_fma_normalize.
//
// Nothing is counted or decoded: the highest one of the word, among them one at the place where the
// least exponent ends the shift, is a line that takes the bits of the sum below it. Then one place
// more, if no one came to the top.
module fp_fma_normalize_hinted #(
  parameter  int unsigned SumBits        = 15,
  parameter  int unsigned ExponentBits   = 6,
  parameter  int unsigned KeptBits       = 12,
  localparam int unsigned NormalizedBits = ExponentBits + 1
) (
  input  logic [ExponentBits-1:0]   exponent_i,
  input  logic [SumBits-1:0]        sum_i,
  input  logic [SumBits-1:0]        hint_i,
  input  logic                      sticky_i,
  output logic [NormalizedBits-1:0] exponent_o,
  output logic [KeptBits-1:0]       kept_o,
  output logic                      sticky_o
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

  logic [KeptBits:0]         wide;   // one place more than is kept, for the last shift
  logic                      rest, ended, again;
  logic [NormalizedBits-1:0] zeros, exponent;

  always_comb begin
    for (int unsigned j = 0; j <= KeptBits; j++) begin
      wide[KeptBits-j] = 1'b0;
      for (int unsigned i = j; i < SumBits; i++) begin
        wide[KeptBits-j] = wide[KeptBits-j] | (at[i] & sum_i[i-j]);
      end
    end
    rest = 1'b0;
    for (int unsigned i = 0; i + KeptBits + 1 < SumBits; i++) begin
      rest = rest | (sum_i[i] & seen[i+KeptBits+1]);
    end
    zeros = '0;
    for (int unsigned i = 0; i < SumBits; i++) begin
      zeros = zeros | (NormalizedBits'(SumBits - 1 - i) & {NormalizedBits{at[i]}});
    end
  end

  assign ended    = |(at & ends);
  assign again    = !wide[KeptBits] && !ended;
  assign kept_o   = again ? wide[KeptBits-1:0] : wide[KeptBits:1];
  assign sticky_o = sticky_i || rest || (!again && wide[0]);

  assign exponent = NormalizedBits'(exponent_i) - zeros;
  always_comb begin
    exponent_o = exponent + NormalizedBits'(2);
    if (!wide[KeptBits]) exponent_o = exponent + NormalizedBits'(1);
    if (!wide[KeptBits] && (ended || !wide[KeptBits-1])) exponent_o = '0;
  end

endmodule
