// Shifts the sum's highest one to the top. Twin of models/common/posit_normalize.h.
//
//   sum       | 0 ... 0 | 1 | ............ |   its top bit is worth 2^(scale_i + UnitBits)
//   shifted   | 1 | kept | rest .......... |   rest OR-ed into sticky_o; zeros go in on the right
module posit_normalize #(
  parameter int unsigned SumBits         = 6,
  parameter int unsigned UnitBits        = 1,
  parameter int unsigned ScaleBits       = 6,
  parameter int unsigned NormalizedBits  = 7,
  parameter int unsigned KeptBits        = 5
) (
  input  logic                      sign_i,
  input  logic [ScaleBits-1:0]      scale_i,
  input  logic [SumBits-1:0]        sum_i,
  input  logic                      sticky_i,
  input  logic                      nar_i,
  output logic                      sign_o,
  output logic [NormalizedBits-1:0] scale_o,
  output logic [KeptBits-1:0]       significand_o,  // U1.(KeptBits-1), in [1, 2) or 0
  output logic                      sticky_o,
  output logic                      nar_o
);

  localparam int unsigned CountBits = $clog2(SumBits + 1);
  // Zeros below the sum, where more is kept than it has; one at least.
  localparam int unsigned PadBits   = (KeptBits >= SumBits) ? KeptBits - SumBits + 1 : 1;
  localparam int unsigned RestBits  = SumBits + PadBits - KeptBits;

  logic [CountBits-1:0]       zeros;
  logic [SumBits+PadBits-1:0] shifted;

  leading_zeros #(.Width(SumBits)) u_zeros (.data_i(sum_i), .count_o(zeros));

  assign shifted       = {sum_i, {PadBits{1'b0}}} << zeros;
  assign significand_o = shifted[RestBits +: KeptBits];
  assign sticky_o      = sticky_i || |shifted[RestBits-1:0];
  assign scale_o       = NormalizedBits'($signed(scale_i)) + NormalizedBits'(UnitBits)
                         - NormalizedBits'(zeros);
  assign sign_o        = sign_i;
  assign nar_o         = nar_i;

endmodule
