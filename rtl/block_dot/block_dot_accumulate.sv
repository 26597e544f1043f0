// The sum of two rounded numbers, rounded: the accumulator and what the products have become; or the
// second half of a fixed-point sum. Twin of models/block_dot/block_dot_accumulate.h.
module block_dot_accumulate #(
  parameter  int unsigned Enable        = 1,    // else data_o = data_i
  parameter  int unsigned Fixed         = 0,
  parameter  int unsigned CExponentBits = 8,
  parameter  int unsigned CFractionBits = 23,
  parameter  int unsigned CSpecials     = 0,
  parameter  int unsigned Rounding      = 0,
  parameter  int unsigned Overflow      = 0,
  parameter  int unsigned FlushInputs   = 0,
  parameter  int unsigned FlushOutputs  = 0,
  parameter  int unsigned ProductBits   = 31,
  parameter  int unsigned GuardBits     = 0,
  parameter  int unsigned FlagBits      = 0,
  parameter  int unsigned Saturate      = 0,
  parameter  int unsigned Adder         = 0,
  parameter  int unsigned InBits        = 32,
  parameter  int unsigned CBits         = 32
) (
  input  logic [InBits-1:0] data_i,
  input  logic [CBits-1:0]  addend_i,   // floating alone
  output logic [CBits-1:0]  data_o
);

  if (Enable == 0) begin : gen_wires
    logic unused_addend;
    assign unused_addend = ^addend_i;
    assign data_o        = data_i[CBits-1:0];
  end else if (Fixed != 0) begin : gen_fixed
    localparam int unsigned HighBits  = (GuardBits > 0) ? GuardBits : 1;
    localparam int unsigned FlagPorts = block_dot_pkg::port(FlagBits);

    logic [FlagPorts-1:0] flags;
    if (FlagBits > 0) begin : gen_flags
      assign flags = data_i[FlagPorts-1:0];
    end else begin : gen_no_flags
      assign flags = 1'b0;
    end
    fixed_accumulate #(
      .ProductBits(ProductBits), .GuardBits(GuardBits), .FlagBits(FlagBits), .Saturate(Saturate)
    ) u_accumulate (
      .carry_i(data_i[InBits-1]), .extension_i(data_i[InBits-2]),
      .low_i(data_i[InBits-3 -: ProductBits]), .high_i(data_i[FlagBits +: HighBits]),
      .flags_i(flags), .sum_o(data_o)
    );
    logic unused_addend;
    assign unused_addend = ^addend_i;
  end else begin : gen_floating
    logic unused_ready, unused_valid, unused_flags;

    // Of one format alone, biases cancel.
    fp_add #(
      .AWidth(CBits), .AExponentBits(CExponentBits), .AFractionBits(CFractionBits),
      .ASpecials(CSpecials), .ABias(0),
      .BWidth(CBits), .BExponentBits(CExponentBits), .BFractionBits(CFractionBits),
      .BSpecials(CSpecials), .BBias(0),
      .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .CSpecials(CSpecials),
      .CBias(0), .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
      .FlushOutputs(FlushOutputs), .Adder(Adder)
    ) u_add (
      .clk_i(1'b0), .rst_ni(1'b1), .valid_i(1'b1), .ready_o(unused_ready),
      .a_i(data_i), .b_i(addend_i), .rounding_i('0), .valid_o(unused_valid), .ready_i(1'b1),
      .z_o(data_o), .flags_o(unused_flags)
    );
  end

endmodule
