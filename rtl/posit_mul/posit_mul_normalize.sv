// Brings the product's leading one to the top, one place at most, and cuts it to what rounding
// looks at. Twin of models/posit_mul/posit_mul_normalize.h.
//
//   product   | 2 | 1 | fraction ........ |
//   moved     | 1 | fraction | rest ..... |   left by one if the top is 0; rest OR-ed into sticky_o
module posit_mul_normalize #(
  parameter int unsigned ProductBits    = 8,
  parameter int unsigned ScaleBits      = 7,
  parameter int unsigned NormalizedBits = 7,
  parameter int unsigned KeptBits       = 5
) (
  input  logic                      sign_i,
  input  logic [ScaleBits-1:0]      scale_i,
  input  logic [ProductBits-1:0]    significand_i,  // U2.(ProductBits-2), in [1, 4) or 0
  input  logic                      nar_i,
  output logic                      sign_o,
  output logic [NormalizedBits-1:0] scale_o,
  output logic [KeptBits-1:0]       significand_o,  // U1.(KeptBits-1), in [1, 2) or 0
  output logic                      sticky_o,
  output logic                      nar_o
);

  // Zeros below the product, where more is kept than it has; one at least.
  localparam int unsigned PadBits =
      (KeptBits >= ProductBits) ? KeptBits - ProductBits + 1 : 1;
  localparam int unsigned RestBits = ProductBits + PadBits - KeptBits;

  logic                           two;
  logic [ProductBits+PadBits-1:0] padded, moved;

  assign two           = significand_i[ProductBits-1];
  assign padded        = {significand_i, {PadBits{1'b0}}};
  assign moved         = two ? padded : padded << 1;
  assign significand_o = moved[RestBits +: KeptBits];
  assign sticky_o      = |moved[RestBits-1:0];
  assign scale_o       = NormalizedBits'($signed(scale_i)) + NormalizedBits'(two);
  assign sign_o        = sign_i;
  assign nar_o         = nar_i;

endmodule
