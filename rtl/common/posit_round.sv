// Packs regime, exponent and fraction, and rounds to the nearest code, ties to the even one. Twin
// of models/common/posit_round.h.
//
//   field     | 1 | 0 | exponent | fraction |        regime 0; | 0 | 1 | ... for regime -1
//   shifted   | 1 ... 1 | 0 | exponent | fra|ction   right by regime, or by -1 - regime = ~regime
//             | body ............... | half | rest
//
// A shift by all of the body's bits but one leaves none of the run's end in it: beyond the greatest
// number the body is all ones, and half is 0; beyond the least it is 0, and then goes up to 1.
// Rounding up and negating meet in one increment: -(x + up) = ~x + !up.
module posit_round #(
  parameter  int unsigned Width        = 8,
  parameter  int unsigned ExponentSize = 2,
  parameter  int unsigned ScaleBits    = 7,
  localparam int unsigned KeptBits     = posit_pkg::kept_bits(Width, ExponentSize)
) (
  input  logic                 sign_i,
  input  logic [ScaleBits-1:0] scale_i,        // two's complement
  input  logic [KeptBits-1:0]  significand_i,  // U1.(KeptBits-1), in [1, 2) or 0
  input  logic                 sticky_i,
  input  logic                 nar_i,
  output logic [Width-1:0]     z_o
);

  localparam int unsigned BodyBits   = Width - 1;
  // Scales may have fewer bits than the result's exponent.
  localparam int unsigned WideBits   = format_pkg::maximum(ScaleBits, ExponentSize + 1);
  localparam int unsigned RegimeBits = WideBits - ExponentSize;
  localparam int unsigned FieldBits  = 1 + ExponentSize + KeptBits;
  localparam int unsigned PlaceBits  = $clog2(BodyBits);

  logic [WideBits-1:0]   scale;
  logic [RegimeBits-1:0] regime, run;  // run: one less than the regime's
  logic                  negative, beyond, sticky, up;
  logic [FieldBits-1:0]  field, shifted;
  logic [PlaceBits-1:0]  places;
  logic [BodyBits-1:0]   body;
  logic [Width-1:0]      signed_code;

  assign scale    = WideBits'($signed(scale_i));
  assign regime   = scale[WideBits-1:ExponentSize];
  assign negative = scale[WideBits-1];
  assign run      = regime ^ {RegimeBits{negative}};
  assign beyond   = 32'(run) >= BodyBits - 1;
  assign places   = beyond ? PlaceBits'(BodyBits - 1) : PlaceBits'(run);

  // The leading one is not stored.
  if (ExponentSize > 0 && KeptBits > 1) begin : gen_both
    assign field = {!negative, negative, scale[ExponentSize-1:0], significand_i[KeptBits-2:0]};
  end else if (ExponentSize > 0) begin : gen_exponent
    assign field = {!negative, negative, scale[ExponentSize-1:0]};
  end else begin : gen_fraction
    assign field = {!negative, negative, significand_i[KeptBits-2:0]};
  end

  shift_right_signed_sticky #(.Width(FieldBits), .DistanceBits(PlaceBits)) u_shift (
    .data_i(field), .distance_i(places), .sticky_i, .data_o(shifted), .sticky_o(sticky)
  );

  logic half, rest, increment;

  assign body = shifted[FieldBits-1 -: BodyBits];
  assign half = shifted[FieldBits-1-BodyBits];
  if (FieldBits > Width) begin : gen_rest
    assign rest = sticky || |shifted[FieldBits-1-Width:0];
  end else begin : gen_no_rest
    assign rest = sticky;
  end
  assign up = (half && (rest || body[0])) || (negative && beyond);

  assign increment   = sign_i ^ up;
  assign signed_code = ({1'b0, body} ^ {Width{sign_i}}) + Width'(increment);
  assign z_o         = nar_i ? {1'b1, {BodyBits{1'b0}}}
                             : signed_code & {Width{significand_i[KeptBits-1]}};

endmodule
