// Shifts the product to its place in the quire. Twin of
// models/posit_quire_mac/posit_quire_mac_align.h.
//
//   scale least     | 0 .............. 0 | 2 | 1 | fraction |       the fraction is 0 here, as all
//   scale greater   | 0 ... | 2 | 1 | fraction | 0 ........ |       that is right of the end
//   product         | 0 | ProductBits - 1 .. 0 |                    always
module posit_quire_mac_align #(
  parameter int unsigned SignificandBits = 8,
  parameter int unsigned ScaleBits       = 7,
  parameter int          LeastScale      = -48,  // of the quire's last bit
  parameter int unsigned ProductBits     = 98
) (
  input  logic                       sign_i,
  input  logic [ScaleBits-1:0]       scale_i,        // two's complement
  input  logic [SignificandBits-1:0] significand_i,  // U2.(SignificandBits-2)
  input  logic                       nar_i,
  output logic                       negate_o,
  output logic [ProductBits-1:0]     product_o,      // magnitude
  output logic                       nar_o
);

  localparam int unsigned FractionBits = SignificandBits - 2;
  localparam int unsigned ShiftedBits  = ProductBits + FractionBits;

  // Of a product of 0 the scale may be below the least, and nothing is shifted anywhere.
  logic [ScaleBits-1:0]   places;
  /* verilator lint_off UNUSEDSIGNAL */  // what is right of the quire's end, and the sign's place
  logic [ShiftedBits-1:0] shifted;
  /* verilator lint_on UNUSEDSIGNAL */

  assign places    = scale_i - ScaleBits'(LeastScale);
  assign shifted   = ShiftedBits'(significand_i) << places;
  assign product_o = {1'b0, shifted[ShiftedBits-2:FractionBits]};
  assign negate_o  = sign_i;
  assign nar_o     = nar_i;

endmodule
