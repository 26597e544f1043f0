// Unpacks the addend, sorts it and the product by scale, and shifts the lower one right. Twin of
// models/posit_fma/posit_fma_align.h. Both terms are U2.WindowBits:
//
//   product   | 2 | 1 | fraction ........ | 0 ... |      in [1, 4), or 0
//   addend    | 0 | 1 | fraction ... | 0 ........ |      in [1, 2), or 0
module posit_fma_align #(
  parameter  int unsigned ProductBits      = 8,
  parameter  int unsigned ProductScaleBits = 7,
  parameter  int unsigned CWidth           = 8,
  parameter  int unsigned CExponentSize    = 2,
  parameter  int unsigned WindowBits       = 8,
  parameter  int unsigned ScaleBits        = 7,
  localparam int unsigned TermBits         = WindowBits + 2
) (
  input  logic                        sign_i,
  input  logic [ProductScaleBits-1:0] scale_i,
  input  logic [ProductBits-1:0]      significand_i,
  input  logic                        nar_i,
  input  logic [CWidth-1:0]           addend_i,
  output logic                        sign_o,
  output logic                        subtract_o,
  output logic [ScaleBits-1:0]        scale_o,
  output logic [TermBits-1:0]         large_o,
  output logic [TermBits-1:0]         small_o,
  output logic                        sticky_o,
  output logic                        nar_o
);

  localparam int unsigned CBits      = posit_pkg::significand_bits(CWidth, CExponentSize);
  localparam int unsigned CScaleBits = posit_pkg::scale_bits(CWidth, CExponentSize);

  logic                  c_sign, c_nar, product_zero;
  logic [CScaleBits-1:0] c_scale;
  logic [CBits-1:0]      c_significand;
  logic [ScaleBits-1:0]  product_scale, addend_scale;
  logic [TermBits-1:0]   product, addend;

  posit_operand #(.Width(CWidth), .ExponentSize(CExponentSize)) u_addend (
    .code_i(addend_i), .sign_o(c_sign), .scale_o(c_scale), .significand_o(c_significand),
    .nar_o(c_nar)
  );

  assign product_scale = ScaleBits'($signed(scale_i));
  assign addend_scale  = ScaleBits'($signed(c_scale));

  assign product      = TermBits'(significand_i) << (TermBits - ProductBits);
  assign addend       = TermBits'(c_significand) << (WindowBits + 1 - CBits);
  assign product_zero = significand_i[ProductBits-1 -: 2] == 2'b00;

  posit_sort #(.TermBits(TermBits), .ScaleBits(ScaleBits)) u_sort (
    .x_sign_i(sign_i), .x_scale_i(product_scale), .x_i(product),
    .x_zero_i(product_zero), .x_nar_i(nar_i),
    .y_sign_i(c_sign), .y_scale_i(addend_scale), .y_i(addend),
    .y_zero_i(!c_significand[CBits-1]), .y_nar_i(c_nar),
    .sign_o, .subtract_o, .scale_o, .large_o, .small_o, .sticky_o, .nar_o
  );

endmodule
