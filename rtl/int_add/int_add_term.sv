// One operand as a two's complement term of the sum, and the 1 that is left to add: see
// int_add_unpack.
module int_add_term #(
  parameter int unsigned Kind     = 1,
  parameter int unsigned Width    = 8,
  parameter int unsigned TermBits = 9
) (
  /* verilator lint_off UNUSEDSIGNAL */  // a result that wraps takes the low bits of its operands
  input  logic [Width-1:0]    code_i,
  /* verilator lint_on UNUSEDSIGNAL */
  output logic [TermBits-1:0] term_o,
  output logic                carry_o
);

  localparam int unsigned WideBits = TermBits + Width;

  /* verilator lint_off UNUSEDSIGNAL */  // the bits above the term are its sign again
  logic [WideBits-1:0] wide;
  /* verilator lint_on UNUSEDSIGNAL */

  if (Kind == format_pkg::KindTwos) begin : gen_twos
    assign wide    = {{TermBits{code_i[Width-1]}}, code_i};
    assign carry_o = 1'b0;
  end else if (Kind == format_pkg::KindSignMagnitude) begin : gen_sign_magnitude
    assign wide    = {{(TermBits+1){1'b0}}, code_i[Width-2:0]} ^ {WideBits{code_i[Width-1]}};
    assign carry_o = code_i[Width-1];
  end else begin : gen_unsigned
    assign wide    = {{TermBits{1'b0}}, code_i};
    assign carry_o = 1'b0;
  end

  assign term_o = wide[TermBits-1:0];

endmodule
