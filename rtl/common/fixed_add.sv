// Adds a product to the low bits of the accumulator, and tells the guard bits above what to do.
// Twin of models/common/fixed_add.h.
//
//   accumulator | flags | high: guard bits | low: product bits |
//   product                                |      S(N).0       |   negated where negate_i
module fixed_add #(
  parameter  int unsigned ProductBits = 16,
  parameter  int unsigned GuardBits   = 12,
  parameter  int unsigned FlagBits    = 0,
  parameter  int unsigned Adder       = 0,
  localparam int unsigned WordBits    = ProductBits + GuardBits + FlagBits,
  localparam int unsigned HighBits    = (GuardBits > 0) ? GuardBits : 1,
  localparam int unsigned FlagPorts   = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                   negate_i,
  input  logic [ProductBits-1:0] product_i,       // S(ProductBits).0
  input  logic [FlagPorts-1:0]   set_i,           // flags that this product raises
  input  logic [WordBits-1:0]    addend_i,
  output logic                   carry_o,         // out of the low bits
  output logic                   extension_o,     // what the product's sign adds to every high bit
  output logic [ProductBits-1:0] low_o,
  output logic [HighBits-1:0]    high_o,          // of the accumulator, as it came; its sign, at least
  output logic [FlagPorts-1:0]   flags_o
);

  logic [ProductBits-1:0] term;

  assign term        = product_i ^ {ProductBits{negate_i}};
  assign extension_o = term[ProductBits-1];

  adder #(.Width(ProductBits), .Architecture(Adder)) u_adder (
    .a_i(addend_i[ProductBits-1:0]), .b_i(term), .carry_i(negate_i), .sum_o(low_o), .carry_o
  );

  if (GuardBits > 0) begin : gen_high
    assign high_o = addend_i[ProductBits +: GuardBits];
  end else begin : gen_no_high
    assign high_o = addend_i[ProductBits-1];
  end
  if (FlagBits > 0) begin : gen_flags
    assign flags_o = addend_i[ProductBits+GuardBits +: FlagPorts] | set_i;
  end else begin : gen_no_flags
    assign flags_o = set_i & 1'b0;
  end

endmodule
