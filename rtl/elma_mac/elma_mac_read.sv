// The accumulator as a code: its leading one and the bits below, to nearest even; their logarithm
// from a table; and a posit's string of that, to nearest even. Twin of
// models/elma_mac/elma_mac_read.h.
//
//   | k >= 0, k < 0 | exponent | logarithm |  arithmetically right by k, or by -k - 1:
//     a run of like bits grows at the left, and the top Width - 1 bits are the code's
module elma_mac_read #(
  parameter  int unsigned Width         = 8,
  parameter  int unsigned ExponentBits  = 1,
  parameter  int unsigned ReadbackBits  = 5,
  parameter  int unsigned LogarithmBits = 7,
  parameter  int unsigned LogEntryBits  = 7,  // LogarithmBits, or one more: for the entry 1.0
  parameter  int unsigned SumBits       = 38,
  parameter  int unsigned ReadsBack     = 1,  // 0: there is no code, and all of this is wires
  localparam int unsigned WordBits      = SumBits + 1,
  localparam int unsigned ZBits         = WordBits + ((ReadsBack != 0) ? Width : 0)
) (
  input  logic [WordBits-1:0] sum_i,
  output logic [ZBits-1:0]    z_o
);

  localparam int unsigned BodyBits     = Width - 1;
  localparam int unsigned FractionBits = elma_mac_pkg::fraction_bits(Width, ExponentBits);
  localparam int unsigned MaxScale     = elma_mac_pkg::max_scale(Width, ExponentBits);
  localparam int unsigned CountBits    = $clog2(SumBits + 1);
  // Of the octave, two's complement: it may lie one beyond any bit of the sum, and then another.
  localparam int unsigned OctaveBits   = $clog2(SumBits + 2 * MaxScale + 3) + 1;
  localparam int unsigned RegimeBits   = OctaveBits - ExponentBits;
  localparam int unsigned LowBits      = LogarithmBits - FractionBits;

  localparam logic signed [OctaveBits-1:0] MostOctave  = MaxScale[OctaveBits-1:0];
  localparam logic signed [OctaveBits-1:0] LeastOctave = 0 - MostOctave;
  localparam logic signed [OctaveBits-1:0] FarOctave   = LeastOctave - FractionBits[OctaveBits-1:0];

  logic                   nan, negative;
  logic [SumBits-1:0]     magnitude;
  logic [CountBits-1:0]   count;
  logic [ReadbackBits:0]  rounded;
  logic [LogEntryBits-1:0] entry;
  logic                   log_carry;
  logic [LogarithmBits-1:0] logarithm;
  logic [OctaveBits-1:0]  octave;

  assign nan       = sum_i[WordBits-1];
  assign negative  = sum_i[SumBits-1];
  assign magnitude = (sum_i[SumBits-1:0] ^ {SumBits{negative}}) + {{(SumBits-1){1'b0}}, negative};

  leading_bits #(.Width(SumBits), .Bits(ReadbackBits)) u_leading_bits (
    .magnitude_i(magnitude), .count_o(count), .rounded_o(rounded)
  );

  elma_mac_read_table u_table (.index_i(rounded[ReadbackBits-1:0]), .entry_o(entry));

  if (LogEntryBits > LogarithmBits) begin : gen_up_to_one
    assign log_carry = entry[LogEntryBits-1];
  end else begin : gen_below_one
    assign log_carry = 1'b0;
  end
  assign logarithm = entry[LogarithmBits-1:0];

  // The sum's top bit stands for 2^(SumBits - 1 - 2 MaxScale).
  assign octave = OctaveBits'(SumBits - 1) - OctaveBits'(2 * MaxScale) - OctaveBits'(count)
                + OctaveBits'(rounded[ReadbackBits]) + OctaveBits'(log_carry);

  // The string of a code.
  localparam int unsigned StringBits = 2 + ExponentBits + LogarithmBits;
  localparam int unsigned FrameBits  = BodyBits + StringBits;
  localparam int unsigned ShiftBits  = $clog2(BodyBits + 1);

  logic [RegimeBits-1:0] regime, places;
  logic [FrameBits-1:0]  frame, string_shifted;
  logic                  string_up;
  logic [BodyBits:0]     encoded;
  logic                  above, below;
  logic                  least_up;
  logic [BodyBits-1:0]   body;

  assign regime = octave[OctaveBits-1:ExponentBits];
  assign places = regime ^ {RegimeBits{regime[RegimeBits-1]}};
  if (ExponentBits > 0) begin : gen_exponent
    assign frame = {!regime[RegimeBits-1], regime[RegimeBits-1], octave[ExponentBits-1:0],
                    logarithm, {BodyBits{1'b0}}};
  end else begin : gen_no_exponent
    assign frame = {!regime[RegimeBits-1], regime[RegimeBits-1], logarithm, {BodyBits{1'b0}}};
  end
  assign string_shifted = $unsigned($signed(frame) >>> places[ShiftBits-1:0]);
  assign string_up = string_shifted[FrameBits-BodyBits-1]
                   && (|string_shifted[FrameBits-BodyBits-2:0]
                       || string_shifted[FrameBits-BodyBits]);
  assign encoded = {1'b0, string_shifted[FrameBits-1 -: BodyBits]} + {{BodyBits{1'b0}}, string_up};

  assign above = $signed(octave) > MostOctave;
  assign below = $signed(octave) < LeastOctave;

  // Below the least number: as the public hardware does, only the logarithm's last bits decide.
  if (LowBits >= 2) begin : gen_low
    logic far;
    assign far      = $signed(octave) < FarOctave;
    assign least_up = !far && logarithm[LowBits-1] && |logarithm[LowBits-2:0];
  end else begin : gen_no_low
    assign least_up = 1'b0;
  end

  logic greatest, unused_bits;
  assign greatest    = above || encoded[BodyBits];
  assign unused_bits = ^places;

  always_comb begin
    body = encoded[BodyBits-1:0];
    if (greatest) body = '1;
    if (below) body = BodyBits'(least_up);
    if (nan || magnitude == '0) body = '0;
  end

  if (ReadsBack != 0) begin : gen_code
    assign z_o = {nan || (negative && body != '0), body, sum_i};
  end else begin : gen_no_code
    logic unused_code;
    assign unused_code = ^body;
    assign z_o         = sum_i;
  end

endmodule
