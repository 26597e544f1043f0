// A code of a codebook as its value in another format, by a table made for the design. Twin of
// models/convert/convert_lookup.h.
module convert_lookup #(
  parameter int unsigned AWidth = 4,
  parameter int unsigned ZWidth = 16
) (
  input  logic [AWidth-1:0] a_i,
  output logic [ZWidth-1:0] z_o
);

  convert_values_table u_table (.index_i(a_i), .entry_o(z_o));

endmodule
