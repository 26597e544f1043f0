// z = a * b for integers. Twin of models/int_mul/int_mul_laws.h. Bit i of Cuts puts a register
// after stage i.
module int_mul #(
  parameter  int unsigned AKind      = 1,
  parameter  int unsigned AWidth     = 8,
  parameter  int unsigned BKind      = 1,
  parameter  int unsigned BWidth     = 8,
  parameter  int unsigned ResultBits = 16,
  parameter  int unsigned Saturate   = 0,
  parameter  int unsigned Multiplier = 0,
  parameter  int unsigned Adder      = 0,
  parameter  int unsigned Cuts       = 0
) (
  input  logic                  clk_i,
  input  logic                  rst_ni,
  input  logic                  valid_i,
  output logic                  ready_o,
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic                  valid_o,
  input  logic                  ready_i,
  output logic [ResultBits-1:0] z_o
);

  localparam int unsigned Signed    = integer_pkg::is_signed(AKind, BKind);
  localparam int unsigned ABits     = integer_pkg::factor_bits(AKind, AWidth, Signed);
  localparam int unsigned BBits     = integer_pkg::factor_bits(BKind, BWidth, Signed);
  localparam int unsigned ExactBits = integer_pkg::product_bits(AKind, AWidth, BKind, BWidth);
  // Of a result that wraps no more than it has.
  localparam int unsigned ProductBits =
      (Saturate == 0 && ResultBits < ExactBits) ? ResultBits : ExactBits;
  localparam int unsigned Negates =
      (Signed == 0
       && (AKind == format_pkg::KindSignMagnitude || BKind == format_pkg::KindSignMagnitude)) ? 1 : 0;
  localparam int unsigned UnpackBits   = 1 + ABits + BBits;
  localparam int unsigned MultiplyBits = 1 + ProductBits;

  logic                    unpack_valid, multiply_valid, saturate_valid;
  logic                    multiply_ready, saturate_ready;
  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, saturate_in;
  logic [ResultBits-1:0]   saturate_d;

  // unpack
  assign unpack_valid = valid_i;
  integer_unpack #(.AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth)) u_unpack (
    .a_i, .b_i,
    .negate_o(unpack_d[ABits+BBits]), .a_o(unpack_d[BBits +: ABits]), .b_o(unpack_d[BBits-1:0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o(multiply_in)
  );

  // multiply
  integer_multiply #(
    .AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth),
    .Multiplier(Multiplier), .Adder(Adder), .ProductBits(ProductBits)
  ) u_multiply (
    .negate_i(multiply_in[ABits+BBits]), .a_i(multiply_in[BBits +: ABits]),
    .b_i(multiply_in[BBits-1:0]),
    .negate_o(multiply_d[ProductBits]), .product_o(multiply_d[ProductBits-1:0])
  );
  stage_register #(.Width(MultiplyBits), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i(multiply_d),
    .valid_o(saturate_valid), .ready_i(saturate_ready), .data_o(saturate_in)
  );

  // saturate
  integer_saturate #(
    .ValueBits(ProductBits), .ResultBits(ResultBits), .Negates(Negates)
  ) u_saturate (
    .negate_i(saturate_in[ProductBits]), .value_i(saturate_in[ProductBits-1:0]),
    .z_o(saturate_d)
  );
  stage_register #(.Width(ResultBits), .Cut(Cuts[2])) u_saturate_register (
    .clk_i, .rst_ni,
    .valid_i(saturate_valid), .ready_o(saturate_ready), .data_i(saturate_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
