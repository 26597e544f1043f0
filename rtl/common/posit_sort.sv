// Two terms by size of their scales, the lower one shifted right to the other's place. Twin of
// models/common/posit_sort.h. Both terms are of TermBits, their units at one place:
//
//   large     | units | fraction ........... |
//   small     | 0 ... 0 | the lower of them | .|...      bits beyond the window: sticky_o
module posit_sort #(
  parameter int unsigned TermBits  = 5,
  parameter int unsigned ScaleBits = 6
) (
  input  logic                 x_sign_i,
  input  logic [ScaleBits-1:0] x_scale_i,  // two's complement, as all scales
  input  logic [TermBits-1:0]  x_i,
  input  logic                 x_zero_i,
  input  logic                 x_nar_i,
  input  logic                 y_sign_i,
  input  logic [ScaleBits-1:0] y_scale_i,
  input  logic [TermBits-1:0]  y_i,
  input  logic                 y_zero_i,
  input  logic                 y_nar_i,
  output logic                 sign_o,      // of the large term
  output logic                 subtract_o,  // the small term has the other sign
  output logic [ScaleBits-1:0] scale_o,     // of the large term's units
  output logic [TermBits-1:0]  large_o,
  output logic [TermBits-1:0]  small_o,
  output logic                 sticky_o,
  output logic                 nar_o
);

  localparam int unsigned DistanceBits = $clog2(TermBits + 1);

  logic [ScaleBits:0]      difference, apart;
  logic                    y_leads, y_is_large;
  logic [DistanceBits-1:0] distance;
  logic [TermBits-1:0]     lower;

  assign difference = {y_scale_i[ScaleBits-1], y_scale_i} - {x_scale_i[ScaleBits-1], x_scale_i};
  assign y_leads    = !difference[ScaleBits] && difference != '0;
  assign apart      = difference[ScaleBits] ? -difference : difference;
  assign distance   = (32'(apart) > TermBits) ? DistanceBits'(TermBits) : DistanceBits'(apart);

  // A zero is the small term whatever its scale.
  assign y_is_large = !y_zero_i && (x_zero_i || y_leads);
  assign large_o    = y_is_large ? y_i : x_i;
  assign lower      = y_is_large ? x_i : y_i;
  assign scale_o    = y_is_large ? y_scale_i : x_scale_i;
  assign sign_o     = y_is_large ? y_sign_i : x_sign_i;
  assign subtract_o = x_sign_i ^ y_sign_i;
  assign nar_o      = x_nar_i || y_nar_i;

  shift_right_sticky #(.Width(TermBits), .DistanceBits(DistanceBits)) u_shift (
    .data_i(lower), .distance_i(distance), .sticky_i(1'b0), .data_o(small_o), .sticky_o
  );

endmodule
