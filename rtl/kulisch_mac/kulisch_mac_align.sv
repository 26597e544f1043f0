// Shifts the product to its place in the fixed-point accumulator.
// Twin of models/kulisch_mac/kulisch_mac_align.h.
//
//   exponent least    | 0 ......... 0 | significand |
//   exponent greater  | 0 ... | significand | 0 ... |    ProductBits, of which the top one is the sign
module kulisch_mac_align #(
  parameter  int unsigned SignificandBits = 8,
  parameter  int unsigned ExponentBits    = 5,
  parameter  int unsigned LeastExponent   = 2,   // of an unshifted significand
  parameter  int unsigned ProductBits     = 37,
  parameter  int unsigned FlagBits        = 0,
  localparam int unsigned FlagPorts       = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                       sign_i,
  input  logic [ExponentBits-1:0]    exponent_i,     // LeastExponent ...
  /* verilator lint_off UNUSEDSIGNAL */  // top bits that no product of this pair of formats reaches
  input  logic [SignificandBits-1:0] significand_i,
  /* verilator lint_on UNUSEDSIGNAL */
  input  logic [FlagPorts-1:0]       flags_i,
  output logic                       negate_o,
  output logic [ProductBits-1:0]     product_o,      // magnitude
  output logic [FlagPorts-1:0]       flags_o
);

  localparam int unsigned ShiftedBits = ProductBits - 1 + LeastExponent;

  // No subtraction is needed: a shift by the whole exponent leaves LeastExponent bits of 0 below.
  /* verilator lint_off UNUSEDSIGNAL */  // those
  logic [ShiftedBits-1:0] shifted;
  /* verilator lint_on UNUSEDSIGNAL */

  if (SignificandBits >= ShiftedBits) begin : gen_narrow
    assign shifted = significand_i[ShiftedBits-1:0] << exponent_i;
  end else begin : gen_wide
    assign shifted = ShiftedBits'(significand_i) << exponent_i;
  end
  assign product_o = {1'b0, shifted[ShiftedBits-1:LeastExponent]};
  assign negate_o  = sign_i;
  assign flags_o   = flags_i;

endmodule
