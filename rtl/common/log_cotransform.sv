// The difference of two terms that lie close together as a sum of two parts of one sign: the
// logarithm of the greater part instead of that of the larger term, and the distance of the two
// instead of that of the terms. Sums, and differences of terms farther apart, pass. Wires in
// designs without this stage. Twin of models/common/log_cotransform.h.
//
//   distance   | 0 .. 0 | high | low: LowBits |         of at most SplitBits, or it passes
//   parts      below the larger term by high's entry, and by high more than low's entry
//
// One part is all where high or low is 0: the tables of sums are then not looked at.
module log_cotransform #(
  parameter  int unsigned LogBits       = 7,
  parameter  int unsigned DistanceBits  = 6,
  parameter  int unsigned GuardBits     = 1,
  parameter  int unsigned SplitBits     = 0,  // 0: there is no such stage
  parameter  int unsigned LowBits       = 1,
  parameter  int unsigned HighEntryBits = 1,
  parameter  int unsigned LowEntryBits  = 1,
  localparam int unsigned OutLogBits    = log_sum_pkg::corrected_log_bits(
      SplitBits, LogBits, GuardBits, HighEntryBits, LowEntryBits)
) (
  input  logic                    sign_i,
  input  logic [LogBits-1:0]      log_i,
  input  logic [DistanceBits-1:0] distance_i,
  input  logic                    subtract_i,
  input  logic                    near_i,
  input  logic                    zero_i,
  output logic                    sign_o,
  output logic [OutLogBits-1:0]   log_o,       // in 2^-GuardBits of a step
  output logic [DistanceBits-1:0] distance_o,
  output logic                    subtract_o,
  output logic                    near_o,
  output logic                    zero_o
);

  assign sign_o = sign_i;
  assign zero_o = zero_i;

  if (SplitBits == 0) begin : gen_wires
    assign log_o      = log_i;
    assign distance_o = distance_i;
    assign subtract_o = subtract_i;
    assign near_o     = near_i;
  end else begin : gen_split
    localparam int unsigned HighBits  = SplitBits - LowBits;
    localparam int unsigned BelowBits = format_pkg::maximum(HighEntryBits, LowEntryBits);
    // Of a part with its carry: a sum of two, and more than either.
    localparam int unsigned PartBits  =
        format_pkg::maximum(BelowBits, SplitBits + GuardBits) + 1;
    localparam int unsigned WholeBits = PartBits - GuardBits + 1;

    logic [HighBits-1:0]      high;
    logic [LowBits-1:0]       low;
    logic [HighEntryBits-1:0] high_entry;
    logic [LowEntryBits-1:0]  low_entry;
    logic                     splits, has_both, takes_low;
    logic [PartBits-1:0]      high_part, low_part, opposite;
    logic [PartBits:0]        difference;
    /* verilator lint_off UNUSEDSIGNAL */  // below half a step
    logic [PartBits-1:0]      apart;
    /* verilator lint_on UNUSEDSIGNAL */
    logic [WholeBits-1:0]     whole;
    logic [BelowBits-1:0]     below;
    logic [OutLogBits-1:0]    log;

    assign high   = distance_i[SplitBits-1:LowBits];
    assign low    = distance_i[LowBits-1:0];
    assign splits = subtract_i && near_i && !(|(distance_i >> SplitBits));

    log_cotransform_high u_high (.index_i(high), .entry_o(high_entry));
    log_cotransform_low  u_low  (.index_i(low), .entry_o(low_entry));

    assign high_part = PartBits'(high_entry);
    assign low_part  = (PartBits'(high) << (LowBits + GuardBits)) + PartBits'(low_entry);

    // Both differences side by side; the one that is not negative is how far the parts are apart.
    assign difference = {1'b0, low_part} - {1'b0, high_part};
    assign opposite   = high_part - low_part;
    assign has_both   = (high != '0) && (low != '0);
    assign takes_low  = (high == '0) || ((low != '0) && difference[PartBits]);
    assign below      = BelowBits'(takes_low ? low_part : high_part) & {BelowBits{splits}};
    assign apart      = difference[PartBits] ? opposite : difference[PartBits-1:0];

    if (GuardBits > 0) begin : gen_round
      // The bit below whole steps carries into them.
      assign whole = {1'b0, apart[PartBits-1:GuardBits]} + WholeBits'(apart[GuardBits-1]);
    end else begin : gen_whole
      assign whole = {1'b0, apart};
    end

    assign log        = {{(OutLogBits-LogBits){log_i[LogBits-1]}}, log_i} << GuardBits;
    assign log_o      = log - OutLogBits'(below);
    assign distance_o = splits ? DistanceBits'(whole) & {DistanceBits{has_both}} : distance_i;
    assign subtract_o = subtract_i && !splits;
    assign near_o     = splits ? has_both && !(|(whole >> DistanceBits)) : near_i;
  end

endmodule
