// The nodes of block_dot_tree: sums of neighbours, each rounded. The low half is the largest power of
// two below Terms, which pairs them level by level as the tree has it.
module block_dot_nodes #(
  parameter  int unsigned Terms         = 2,
  parameter  int unsigned CExponentBits = 8,
  parameter  int unsigned CFractionBits = 23,
  parameter  int unsigned CSpecials     = 0,
  parameter  int unsigned Rounding      = 0,
  parameter  int unsigned Overflow      = 0,
  parameter  int unsigned FlushInputs   = 0,
  parameter  int unsigned FlushOutputs  = 0,
  parameter  int unsigned Adder         = 0,
  localparam int unsigned CBits         = 1 + CExponentBits + CFractionBits
) (
  input  logic [Terms*CBits-1:0] terms_i,
  output logic [CBits-1:0]       z_o
);

  if (Terms == 1) begin : gen_one
    assign z_o = terms_i;
  end else begin : gen_halves
    localparam int unsigned Low  = 1 << ($clog2(Terms) - 1);
    localparam int unsigned High = Terms - Low;

    logic [CBits-1:0] low, high;

    block_dot_nodes #(
      .Terms(Low), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
      .CSpecials(CSpecials), .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
      .FlushOutputs(FlushOutputs), .Adder(Adder)
    ) u_low (.terms_i(terms_i[Low*CBits-1:0]), .z_o(low));
    block_dot_nodes #(
      .Terms(High), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
      .CSpecials(CSpecials), .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
      .FlushOutputs(FlushOutputs), .Adder(Adder)
    ) u_high (.terms_i(terms_i[Terms*CBits-1:Low*CBits]), .z_o(high));
    block_dot_accumulate #(
      .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .CSpecials(CSpecials),
      .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
      .FlushOutputs(FlushOutputs), .Adder(Adder), .InBits(CBits), .CBits(CBits)
    ) u_sum (.data_i(low), .addend_i(high), .data_o(z_o));
  end

endmodule
