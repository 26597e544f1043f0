// z = a*b + c for two's complement integers: a unit small enough to test the builder with. Offset
// is added to the product, to show that parameters arrive, negative ones included.
module toy #(
  parameter  int unsigned Width  = 8,
  parameter  int unsigned CWidth = 20,
  parameter  int unsigned Offset = 0,
  parameter  int unsigned Cuts   = 0,
  localparam int unsigned PWidth = 2 * Width
) (
  input  logic              clk_i,
  input  logic              rst_ni,
  input  logic              valid_i,
  output logic              ready_o,
  input  logic [Width-1:0]  a_i,
  input  logic [Width-1:0]  b_i,
  input  logic [CWidth-1:0] c_i,
  output logic              valid_o,
  input  logic              ready_i,
  output logic [CWidth-1:0] z_o
);

  logic              multiply_valid, add_valid, multiply_ready;
  logic [PWidth-1:0] multiply_d, add_p;
  logic [CWidth-1:0] add_d, add_c;

  assign multiply_valid = valid_i;
  assign multiply_d     = PWidth'(signed'(a_i)) * PWidth'(signed'(b_i)) + PWidth'(Offset);
  toy_register #(.Width(PWidth + CWidth), .Cut(Cuts[0])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o, .data_i({multiply_d, c_i}),
    .valid_o(add_valid), .ready_i(multiply_ready), .data_o({add_p, add_c})
  );

  assign add_d = add_c + CWidth'(signed'(add_p));
  toy_register #(.Width(CWidth), .Cut(Cuts[1])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(multiply_ready), .data_i(add_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
