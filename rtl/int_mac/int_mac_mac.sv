// int_mac with its accumulator: z += a*b, or z = a*b where clear_i. The stages of int_mac, the last
// ones in a loop: see models/common/cycle_model.h for what the ports show in each cycle.
module int_mac_mac #(
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
  input  logic                clear_i,
  input  logic [AWidth-1:0]   a_i,
  input  logic [BWidth-1:0]   b_i,
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
  logic                    multiply_clear, entry_valid, entry_clear;
  logic [UnpackBits-1:0]   unpack_d, multiply_in;
  logic [MultiplyBits-1:0] multiply_d, entry_in, add_in;
  logic [AddBits-1:0]      add_d, accumulate_in;
  logic [WordBits-1:0]     accumulate_d;
  logic [WordBits-1:0]     add_c;
  logic                    turn, accumulate_filled, accumulate_active, filled, active;
  logic                    unused_flags, unused_ready;

  // unpack
  assign unpack_valid = valid_i;
  integer_unpack #(.AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth)) u_unpack (
    .a_i, .b_i,
    .negate_o(unpack_d[ABits+BBits]), .a_o(unpack_d[BBits +: ABits]), .b_o(unpack_d[BBits-1:0])
  );
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, clear_i}),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o({multiply_in, multiply_clear})
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
  stage_register #(.Width(MultiplyBits + 1), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i({multiply_d, multiply_clear}),
    .valid_o(entry_valid), .ready_i(turn), .data_o({entry_in, entry_clear})
  );

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;
  loop_entry #(.Width(MultiplyBits), .WordBits(WordBits)) u_loop_entry (
    .valid_i(entry_valid), .clear_i(entry_clear), .data_i(entry_in),
    .filled_i(filled), .accumulator_i(z_o), .data_o(add_in), .addend_o(add_c)
  );

  // add
  assign add_valid = entry_valid;
  fixed_add #(.ProductBits(ProductBits), .GuardBits(GuardBits), .Adder(Adder)) u_add (
    .negate_i(add_in[ProductBits]), .product_i(add_in[ProductBits-1:0]), .set_i(1'b0),
    .addend_i(add_c),
    .carry_o(add_d[AddBits-1]), .extension_o(add_d[AddBits-2]),
    .low_o(add_d[HighBits +: ProductBits]), .high_o(add_d[HighBits-1:0]), .flags_o(unused_flags)
  );
  stage_register #(.Width(AddBits + 1), .Cut(Cuts[2])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(add_ready), .data_i({add_d, add_valid}),
    .valid_o(accumulate_filled), .ready_i(turn), .data_o({accumulate_in, accumulate_active})
  );
  assign accumulate_valid = accumulate_filled && accumulate_active;

  // accumulate
  fixed_accumulate #(
    .ProductBits(ProductBits), .GuardBits(GuardBits), .Saturate(Saturate)
  ) u_accumulate (
    .carry_i(accumulate_in[AddBits-1]), .extension_i(accumulate_in[AddBits-2]),
    .low_i(accumulate_in[HighBits +: ProductBits]), .high_i(accumulate_in[HighBits-1:0]),
    .flags_i(1'b0), .sum_o(accumulate_d)
  );
  stage_register #(.Width(WordBits + 1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_filled), .ready_o(accumulate_ready),
    .data_i({accumulate_d, accumulate_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );

  assign valid_o      = filled && active;
  assign unused_ready = add_ready ^ accumulate_ready;

endmodule
