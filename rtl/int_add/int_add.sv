// z = a + b for integers of one binary point. Twin of models/int_add/int_add_laws.h. Bit i of Cuts
// puts a register after stage i.
module int_add #(
  parameter  int unsigned AKind      = 1,
  parameter  int unsigned AWidth     = 8,
  parameter  int unsigned BKind      = 1,
  parameter  int unsigned BWidth     = 8,
  parameter  int unsigned ResultBits = 9,
  parameter  int unsigned Saturate   = 0,
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

  localparam int unsigned SumBits =
      int_add_pkg::sum_bits(AKind, AWidth, BKind, BWidth, ResultBits, Saturate);
  localparam int unsigned UnpackBits = 2 * SumBits + 1;

  logic                  unpack_valid, add_valid, saturate_valid;
  logic                  add_ready, saturate_ready;
  logic [UnpackBits-1:0] unpack_d, add_in;
  logic [SumBits-1:0]    add_d, saturate_in;
  logic [ResultBits-1:0] saturate_d;

  // unpack
  assign unpack_valid = valid_i;
  int_add_unpack #(
    .AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth), .SumBits(SumBits)
  ) u_unpack (
    .a_i, .b_i,
    .carry_o(unpack_d[2*SumBits]), .a_o(unpack_d[SumBits +: SumBits]), .b_o(unpack_d[SumBits-1:0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(add_valid), .ready_i(add_ready), .data_o(add_in)
  );

  // add
  int_add_add #(.SumBits(SumBits), .Adder(Adder)) u_add (
    .carry_i(add_in[2*SumBits]), .a_i(add_in[SumBits +: SumBits]), .b_i(add_in[SumBits-1:0]),
    .sum_o(add_d)
  );
  stage_register #(.Width(SumBits), .Cut(Cuts[1])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), .data_i(add_d),
    .valid_o(saturate_valid), .ready_i(saturate_ready), .data_o(saturate_in)
  );

  // saturate
  integer_saturate #(.ValueBits(SumBits), .ResultBits(ResultBits)) u_saturate (
    .negate_i(1'b0), .value_i(saturate_in), .z_o(saturate_d)
  );
  stage_register #(.Width(ResultBits), .Cut(Cuts[2])) u_saturate_register (
    .clk_i, .rst_ni,
    .valid_i(saturate_valid), .ready_o(saturate_ready), .data_i(saturate_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
