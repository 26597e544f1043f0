// Brings the significand's highest one to the top and lowers the exponent by as much, so that
// subnormals and integers enter the multiplier like normal numbers. Zero stays zero.
// Twin of models/common/operand_normalize.h.
module operand_normalize #(
  parameter int unsigned SignificandBits = 4,
  parameter int unsigned FieldBits       = 4,
  parameter int unsigned ExponentBits    = 5,  // two's complement, of the lowered exponent
  parameter int unsigned Normalized      = 0   // the format has only normalized significands
) (
  input  logic [FieldBits-1:0]       exponent_i,
  input  logic [SignificandBits-1:0] significand_i,
  output logic [ExponentBits-1:0]    exponent_o,
  output logic [SignificandBits-1:0] significand_o
);

  if (Normalized != 0) begin : gen_normalized
    assign exponent_o    = ExponentBits'(exponent_i);
    assign significand_o = significand_i;
  end else begin : gen_normalize
    localparam int unsigned CountBits = $clog2(SignificandBits + 1);

    logic [CountBits-1:0] count;

    leading_zeros #(.Width(SignificandBits)) u_count (.data_i(significand_i), .count_o(count));
    assign exponent_o    = ExponentBits'(exponent_i) - ExponentBits'(count);
    assign significand_o = significand_i << count;
  end

endmodule
