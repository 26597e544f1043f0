// A magnitude as its leading one's place and the bits below, to nearest even. Twin of
// models/common/leading_bits.h.
//
//   | 1 | Bits | rest |      the magnitude, its leading one moved to the top
module leading_bits #(
  parameter  int unsigned Width     = 38,
  parameter  int unsigned Bits      = 5,
  localparam int unsigned CountBits = $clog2(Width + 1)
) (
  input  logic [Width-1:0]     magnitude_i,
  output logic [CountBits-1:0] count_o,    // zeros above the leading one
  output logic [Bits:0]        rounded_o   // its top bit: carry, and then the others are 0
);

  // With what rounding to Bits looks at below.
  localparam int unsigned PaddedBits = (Width > Bits + 2) ? Width : Bits + 3;
  localparam int unsigned RestBits   = PaddedBits - 1 - Bits;

  logic [PaddedBits-1:0] padded, shifted;
  logic                  round_up, unused_one;

  leading_zeros #(.Width(Width)) u_leading_zeros (.data_i(magnitude_i), .count_o);

  assign padded     = PaddedBits'(magnitude_i) << (PaddedBits - Width);
  assign shifted    = padded << count_o;
  assign unused_one = shifted[PaddedBits-1];

  // The bit below, and any other below that or the last one kept.
  assign round_up  = shifted[RestBits-1] && (|shifted[RestBits-2:0] || shifted[RestBits]);
  assign rounded_o = {1'b0, shifted[PaddedBits-2 -: Bits]} + {{Bits{1'b0}}, round_up};

endmodule
