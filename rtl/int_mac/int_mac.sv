// z = a*b + c for integers into a fixed-point accumulator: the operation form.
// Twin of models/int_mac/int_mac_laws.h. Bit i of Cuts puts a register after stage i.
module int_mac #(
  parameter  int unsigned AKind       = 1,
  parameter  int unsigned AWidth      = 8,
  parameter  int unsigned BKind       = 1,
  parameter  int unsigned BWidth      = 8,
  parameter  int unsigned GuardBits   = 12,
  parameter  int unsigned Saturate    = 0,
  parameter  int unsigned Multiplier  = 0,
  parameter  int unsigned Adder       = 0,
  parameter  int unsigned Cuts        = 0,
  localparam int unsigned ProductBits = integer_pkg::product_bits(AKind, AWidth, BKind, BWidth),
  localparam int unsigned WordBits    = ProductBits + GuardBits
) (
  input  logic                clk_i,
  input  logic                rst_ni,
  input  logic                valid_i,
  output logic                ready_o,
  input  logic [AWidth-1:0]   a_i,
  input  logic [BWidth-1:0]   b_i,
  input  logic [WordBits-1:0] c_i,
  output logic                valid_o,
  input  logic                ready_i,
  output logic [WordBits-1:0] z_o
);

  localparam int unsigned Signed       = integer_pkg::is_signed(AKind, BKind);
  localparam int unsigned ABits        = integer_pkg::factor_bits(AKind, AWidth, Signed);
  localparam int unsigned BBits        = integer_pkg::factor_bits(BKind, BWidth, Signed);
  localparam int unsigned UnpackBits   = 1 + ABits + BBits;
  localparam int unsigned MultiplyBits = 1 + ProductBits;
  localparam int unsigned HighBits     = (GuardBits > 0) ? GuardBits : 1;
  localparam int unsigned AddBits      = 2 + ProductBits + HighBits;

  logic                    unpack_valid, multiply_valid, add_valid, accumulate_valid;
  logic                    multiply_ready, add_ready, accumulate_ready;
  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d;
  logic [WordBits-1:0]     multiply_c, add_c;
  logic                    unused_flags;

  // unpack
  assign unpack_valid = valid_i;
  integer_unpack #(.AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth)) u_unpack (
    .a_i, .b_i,
    .negate_o(unpack_d[ABits+BBits]), .a_o(unpack_d[BBits +: ABits]), .b_o(unpack_d[BBits-1:0])
  );
  stage_register #(.Width(UnpackBits + WordBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, c_i}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_c})
  );

  // multiply
  integer_multiply #(
    .AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth),
    .Multiplier(Multiplier), .Adder(Adder)
  ) u_multiply (
    .negate_i(multiply_in[ABits+BBits]), .a_i(multiply_in[BBits +: ABits]),
    .b_i(multiply_in[BBits-1:0]),
    .negate_o(multiply_d[ProductBits]), .product_o(multiply_d[ProductBits-1:0])
  );
  stage_register #(.Width(MultiplyBits + WordBits), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_c}),
    .valid_o(add_valid), .ready_i(add_ready), .data_o({add_in, add_c})
  );

  // add
  fixed_add #(.ProductBits(ProductBits), .GuardBits(GuardBits), .Adder(Adder)) u_add (
    .negate_i(add_in[ProductBits]), .product_i(add_in[ProductBits-1:0]), .set_i(1'b0),
    .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[HighBits +: ProductBits]), .high_o(add_d[HighBits-1:0]), .flags_o(unused_flags)
  );
  stage_register #(.Width(AddBits), .Cut(Cuts[2])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), .data_i(add_d),
    .valid_o(accumulate_valid), .ready_i(accumulate_ready), .data_o(accumulate_in)
  );

  // accumulate
  fixed_accumulate #(
    .ProductBits(ProductBits), .GuardBits(GuardBits), .Saturate(Saturate)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[HighBits +: ProductBits]), .high_i(accumulate_in[HighBits-1:0]),
    .flags_i(1'b0), .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits), .Cut(Cuts[3])) u_accumulate_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_valid), .ready_o(accumulate_ready), .data_i(accumulate_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
