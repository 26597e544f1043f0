// One operand in the multiplier's form: see integer_unpack.
module integer_factor #(
  parameter  int unsigned Kind   = 1,
  parameter  int unsigned Width  = 8,
  parameter  int unsigned Signed = 1,
  localparam int unsigned Bits   = integer_pkg::factor_bits(Kind, Width, Signed)
) (
  input  logic [Width-1:0] code_i,
  output logic             negative_o,  // still to be applied to the product
  output logic [Bits-1:0]  factor_o
);

  if (Kind == format_pkg::KindSignMagnitude && Signed != 0) begin : gen_negate
    logic [Width-1:0] magnitude;
    assign magnitude  = {1'b0, code_i[Width-2:0]};
    assign factor_o   = code_i[Width-1] ? -magnitude : magnitude;
    assign negative_o = 1'b0;
  end else if (Kind == format_pkg::KindSignMagnitude) begin : gen_magnitude
    assign factor_o   = code_i[Width-2:0];
    assign negative_o = code_i[Width-1];
  end else begin : gen_plain
    assign factor_o   = Bits'(code_i);  // an unsigned operand gets its 0 here
    assign negative_o = 1'b0;
  end

endmodule
