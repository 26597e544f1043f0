// The code of the value that is nearest. Twin of models/convert/convert_search.h. One comparison
// with each threshold; those that are at or below the key are the lowest ones, so that the last of
// them alone has the place.
//
//   above     0 0 0 1 1 1 1       thresholds 6 to 0
//   last      0 0 0 1 0 0 0       place 4: one above that threshold's own
module convert_search #(
  parameter  int unsigned KeyBits       = 16,
  parameter  int unsigned PlaceBits     = 4,
  parameter  int unsigned ThresholdBits = 16,
  parameter  int unsigned HasSign       = 0,
  localparam int unsigned Places        = 1 << PlaceBits
) (
  input  logic                         sign_i,
  input  logic [KeyBits-1:0]           key_i,
  output logic [PlaceBits+HasSign-1:0] z_o
);

  localparam int unsigned WideBits = format_pkg::maximum(KeyBits, ThresholdBits);

  logic [Places-1:0]    above;  // bit i: the key belongs to place i or above
  logic [Places-1:0]    last;
  logic [PlaceBits-1:0] place, code;

  assign above[0] = 1'b1;
  for (genvar i = 1; i < Places; i++) begin : gen_threshold
    logic [ThresholdBits-1:0] threshold;

    convert_thresholds_table u_table (.index_i(PlaceBits'(i - 1)), .entry_o(threshold));
    assign above[i] = WideBits'(key_i) >= WideBits'(threshold);
  end
  assign last = above & ~(above >> 1);

  always_comb begin
    place = '0;
    for (int unsigned i = 0; i < Places; i++) place |= PlaceBits'(i) & {PlaceBits{last[i]}};
  end

  convert_codes_table u_codes (.index_i(place), .entry_o(code));

  if (HasSign != 0) begin : gen_sign
    assign z_o = {sign_i, code};
  end else begin : gen_plain
    logic unused_sign;
    assign unused_sign = sign_i;
    assign z_o         = code;
  end

endmodule
