// The exact product, or its low bits. Twin of models/common/integer_multiply.h.
module integer_multiply #(
  parameter  int unsigned AKind       = 1,
  parameter  int unsigned AWidth      = 8,
  parameter  int unsigned BKind       = 1,
  parameter  int unsigned BWidth      = 8,
  parameter  int unsigned Multiplier  = 0,
  parameter  int unsigned Adder       = 0,
  parameter  int unsigned ProductBits = integer_pkg::product_bits(AKind, AWidth, BKind, BWidth),
  localparam int unsigned Signed      = integer_pkg::is_signed(AKind, BKind),
  localparam int unsigned ABits       = integer_pkg::factor_bits(AKind, AWidth, Signed),
  localparam int unsigned BBits       = integer_pkg::factor_bits(BKind, BWidth, Signed)
) (
  input  logic                   negate_i,
  input  logic [ABits-1:0]       a_i,
  input  logic [BBits-1:0]       b_i,
  output logic                   negate_o,
  output logic [ProductBits-1:0] product_o  // S(ProductBits).0, still to be negated
);

  logic [ABits+BBits-1:0] product;

  multiplier #(
    .AWidth(ABits), .BWidth(BBits), .Signed(Signed), .Architecture(Multiplier), .Adder(Adder)
  ) u_multiplier (.a_i, .b_i, .product_o(product));

  // The multiplier may be wider than its largest product, or (magnitudes) lack a sign bit.
  if (ProductBits <= ABits + BBits) begin : gen_narrow
    assign product_o = product[ProductBits-1:0];
    if (ProductBits < ABits + BBits) begin : gen_unused
      logic unused_top;
      assign unused_top = ^product[ABits+BBits-1:ProductBits];
    end
  end else begin : gen_extend
    assign product_o = ProductBits'(product);
  end

  assign negate_o = negate_i;

endmodule
