// Every architecture of multiplier at one width: `ours` and `plain` are proven equal.
module ours #(
  parameter int unsigned AWidth = 4,
  parameter int unsigned BWidth = 4,
  parameter int unsigned Signed = 0
) (
  input  logic [AWidth-1:0]            a_i,
  input  logic [BWidth-1:0]            b_i,
  output logic [5*(AWidth+BWidth)-1:0] z_o
);

  for (genvar m = 1; m <= 5; m++) begin : gen_architecture
    multiplier #(
      .AWidth(AWidth), .BWidth(BWidth), .Signed(Signed), .Architecture(m), .Adder(m % 5)
    ) u_multiplier (.a_i, .b_i, .product_o(z_o[(m-1)*(AWidth+BWidth) +: AWidth+BWidth]));
  end

endmodule

module plain #(
  parameter int unsigned AWidth = 4,
  parameter int unsigned BWidth = 4,
  parameter int unsigned Signed = 0
) (
  input  logic [AWidth-1:0]            a_i,
  input  logic [BWidth-1:0]            b_i,
  output logic [5*(AWidth+BWidth)-1:0] z_o
);

  localparam int unsigned Width = AWidth + BWidth;

  logic [Width-1:0] product;

  if (Signed != 0) begin : gen_signed
    assign product = Width'($signed(a_i)) * Width'($signed(b_i));
  end else begin : gen_unsigned
    assign product = Width'(a_i) * Width'(b_i);
  end
  assign z_o = {5{product}};

endmodule
