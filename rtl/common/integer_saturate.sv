// The last stage of units with an integer result: negates it where that is left to do, and brings
// it to the width asked for: sign bits above it, or the nearest end of the range.
// Twin of models/common/integer_saturate.h.
//
//   | s s s s | value |          result is wider: the sign above it
//   | top   s | low   |          result is narrower: low, if all of top is like s; else the end
module integer_saturate #(
  parameter int unsigned ValueBits  = 9,
  parameter int unsigned ResultBits = 8,
  parameter int unsigned Negates    = 0   // whether negate_i is ever set
) (
  input  logic                  negate_i,
  input  logic [ValueBits-1:0]  value_i,  // S(ValueBits).0
  output logic [ResultBits-1:0] z_o       // S(ResultBits).0
);

  logic [ValueBits-1:0] value;

  if (Negates != 0) begin : gen_negate
    assign value = (value_i ^ {ValueBits{negate_i}}) + ValueBits'(negate_i);
  end else begin : gen_plain
    logic unused_negate;
    assign unused_negate = negate_i;
    assign value         = value_i;
  end

  if (ResultBits > ValueBits) begin : gen_extend
    assign z_o = {{(ResultBits-ValueBits){value[ValueBits-1]}}, value};
  end else if (ResultBits == ValueBits) begin : gen_same
    assign z_o = value;
  end else begin : gen_saturate
    logic sign, fits;
    assign sign = value[ValueBits-1];
    assign fits = value[ValueBits-2:ResultBits-1] == {(ValueBits-ResultBits){sign}};
    assign z_o  = fits ? value[ResultBits-1:0] : {sign, {(ResultBits-1){!sign}}};
  end

endmodule
