// From a logarithm to octave and significand: the whole steps are the octave, and a table has the
// significand of the rest, and of double-base numbers its octave too. Twin of
// models/common/log_linear.h.
//
//   | octave | fraction:  index | rest |
//
//   significand = (1 + entry[index]) * (1 + rest); the second factor only where there is a rest
//
//   entry of double-base numbers  | octave, added to that above | fraction |
module log_linear #(
  parameter  int unsigned LogBits         = 10,
  parameter  int unsigned FractionBits    = 4,
  parameter  int unsigned IndexBits       = 4,  // 0: no table
  parameter  int unsigned TableBits       = 5,  // fraction bits of an entry
  parameter  int unsigned EntryBits       = 5,  // those, one more for the entry 1.0, and its octave
  parameter  int unsigned EntryOctaveBits = 0,  // 0: its entries have no octave
  parameter  int unsigned SignificandBits = 6,
  parameter  int unsigned FlagBits        = 1,
  localparam int unsigned OctaveBits      =
      log_linear_pkg::octave_bits(LogBits, FractionBits, EntryOctaveBits),
  localparam int unsigned FlagPorts       = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                       sign_i,
  input  logic [LogBits-1:0]         log_i,
  input  logic                       zero_i,
  input  logic [FlagPorts-1:0]       flags_i,
  output logic                       sign_o,
  output logic [OctaveBits-1:0]      octave_o,
  output logic [SignificandBits-1:0] significand_o,
  output logic [FlagPorts-1:0]       flags_o
);

  localparam int unsigned RestBits   = FractionBits - IndexBits;
  localparam int unsigned BelowBits  = EntryBits - EntryOctaveBits;
  localparam int unsigned LookedBits = BelowBits + 1;
  localparam int unsigned WholeBits  = LogBits - FractionBits;

  logic [LookedBits-1:0]      looked_up;
  logic [SignificandBits-1:0] significand;
  logic [WholeBits-1:0]       whole;

  assign whole = log_i[LogBits-1:FractionBits];

  if (IndexBits > 0) begin : gen_table
    logic [EntryBits-1:0] entry;

    log_linear_table u_table (.index_i(log_i[FractionBits-1 -: IndexBits]), .entry_o(entry));
    if (BelowBits == TableBits) begin : gen_below_one
      assign looked_up = {1'b1, entry[BelowBits-1:0]};
    end else begin : gen_up_to_one
      // An entry of 1.0 makes 2.0.
      assign looked_up = {entry[BelowBits-1], !entry[BelowBits-1], entry[BelowBits-2:0]};
    end
    if (EntryOctaveBits > 0) begin : gen_octave
      logic [EntryOctaveBits-1:0] own;

      assign own      = entry[EntryBits-1 -: EntryOctaveBits];
      assign octave_o = {{(OctaveBits-WholeBits){whole[WholeBits-1]}}, whole}
                      + {{(OctaveBits-EntryOctaveBits){own[EntryOctaveBits-1]}}, own};
    end else begin : gen_whole
      assign octave_o = whole;
    end
  end else begin : gen_one
    assign looked_up = LookedBits'(1) << (LookedBits - 1);
    assign octave_o  = whole;
  end

  if (RestBits > 0) begin : gen_rest
    localparam int unsigned FactorBits = FractionBits + 1;
    localparam int unsigned ProductBits = LookedBits + FactorBits;

    logic [FactorBits-1:0]  factor;
    logic [ProductBits-1:0] product;

    assign factor  = (FactorBits'(1) << FractionBits) | FactorBits'(log_i[RestBits-1:0]);
    assign product = ProductBits'(looked_up) * ProductBits'(factor);
    if (IndexBits > 0) begin : gen_product
      logic unused_top;
      assign significand = product[SignificandBits-1:0];
      assign unused_top  = ^product;
    end else begin : gen_factor
      logic unused_product;
      assign significand    = SignificandBits'(factor);
      assign unused_product = ^product;
    end
  end else begin : gen_exact
    assign significand = looked_up[SignificandBits-1:0];
    if (SignificandBits < LookedBits) begin : gen_top
      logic unused_top;
      assign unused_top = looked_up[LookedBits-1];
    end
  end

  assign sign_o        = sign_i && !zero_i;
  assign significand_o = significand & {SignificandBits{!zero_i}};
  assign flags_o       = flags_i;

endmodule
