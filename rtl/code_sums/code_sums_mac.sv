// code_sums with its accumulator: the sum of code a grows by b, or is b alone where clear_i, and all
// others 0. The stages of code_sums, the last one in a loop: see models/common/cycle_model.h for what
// the ports show in each cycle.
module code_sums_mac #(
  parameter  int unsigned AWidth         = 4,
  parameter  int unsigned BKind          = 1,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 0,
  parameter  int unsigned BFractionBits  = 0,
  parameter  int unsigned BSpecials      = 0,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned GuardBits      = 12,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned Cuts           = 0,
  localparam int unsigned TermBits       = code_sums_pkg::term_bits(
      BKind, BWidth, BExponentBits, BFractionBits, BSpecials, BHasSign, BHasSubnormals),
  localparam int unsigned SumBits        = TermBits + GuardBits,
  localparam int unsigned FlagBits       = code_sums_pkg::flag_bits(BKind, BSpecials),
  localparam int unsigned WordBits       = (1 << AWidth) * SumBits + FlagBits
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

  localparam int unsigned UnpackBits = AWidth + TermBits + FlagBits;

  logic                  unpack_valid, entry_valid, entry_clear, add_valid, unpack_nan, add_nan;
  logic [UnpackBits-1:0] unpack_d, entry_in, add_in;
  logic [WordBits-1:0]   add_c, add_d;
  logic                  turn, filled, active, unused_ready;

  // unpack
  assign unpack_valid = valid_i;
  code_sums_unpack #(
    .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth), .BExponentBits(BExponentBits),
    .BFractionBits(BFractionBits), .BSpecials(BSpecials), .BHasSign(BHasSign),
    .BHasSubnormals(BHasSubnormals), .BHasZero(BHasZero), .TermBits(TermBits)
  ) u_unpack (
    .a_i, .b_i, .code_o(unpack_d[UnpackBits-1 -: AWidth]), .term_o(unpack_d[FlagBits +: TermBits]),
    .nan_o(unpack_nan)
  );
  if (FlagBits > 0) begin : gen_flag
    assign unpack_d[0] = unpack_nan;
    assign add_nan     = add_in[0];
  end else begin : gen_no_flag
    logic unused_nan;
    assign unused_nan = unpack_nan;
    assign add_nan    = 1'b0;
  end
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, clear_i}),
    .valid_o(entry_valid), .ready_i(turn), .data_o({entry_in, entry_clear})
  );

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;
  loop_entry #(.Width(UnpackBits), .WordBits(WordBits)) u_loop_entry (
    .valid_i(entry_valid), .clear_i(entry_clear), .data_i(entry_in),
    .filled_i(filled), .accumulator_i(z_o), .data_o(add_in), .addend_o(add_c)
  );

  // add
  assign add_valid = entry_valid;
  code_sums_add #(
    .AWidth(AWidth), .TermBits(TermBits), .SumBits(SumBits), .FlagBits(FlagBits), .Adder(Adder)
  ) u_add (
    .code_i(add_in[UnpackBits-1 -: AWidth]), .term_i(add_in[FlagBits +: TermBits]),
    .nan_i(add_nan), .addend_i(add_c), .z_o(add_d)
  );
  stage_register #(.Width(WordBits + 1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i(1'b1), .ready_o(unused_ready), .data_i({add_d, add_valid}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );

  assign valid_o = filled && active;

endmodule
