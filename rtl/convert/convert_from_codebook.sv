// z = the value of a code. Twin of models/convert/convert_codebook_laws.h. Bit 0 of Cuts puts a
// register after the table.
module convert_from_codebook #(
  parameter int unsigned AWidth = 4,
  parameter int unsigned ZWidth = 16,
  parameter int unsigned Cuts   = 0
) (
  input  logic              clk_i,
  input  logic              rst_ni,
  input  logic              valid_i,
  output logic              ready_o,
  input  logic [AWidth-1:0] a_i,
  input  logic              b_i,  // no operand
  output logic              valid_o,
  input  logic              ready_i,
  output logic [ZWidth-1:0] z_o
);

  logic              lookup_valid, unused_operand;
  logic [ZWidth-1:0] lookup_d;

  assign unused_operand = b_i;

  // lookup
  assign lookup_valid = valid_i;
  convert_lookup #(.AWidth(AWidth), .ZWidth(ZWidth)) u_lookup (.a_i, .z_o(lookup_d));
  stage_register #(.Width(ZWidth), .Cut(Cuts[0])) u_lookup_register (
    .clk_i, .rst_ni,
    .valid_i(lookup_valid), .ready_o, .data_i(lookup_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
