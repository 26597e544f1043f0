// What the tables have for a distance: the value where its segment begins, and how far it falls.
// Twin of models/common/log_lookup.h.
//
//   distance    | 0 .. | 1 | MantissaBits | rest: e bits |
//   index       e * 2^MantissaBits + | 1 | mantissa |       a short distance is its own index
//
// Where tables are bipartite the fall goes by the index but for its lowest bits, and by the upper
// FallBits of the aligned rest.
module log_lookup #(
  parameter  int unsigned LogBits           = 7,
  parameter  int unsigned DistanceBits      = 6,
  parameter  int unsigned MantissaBits      = 5,  // DistanceBits - 1: there is no rest
  parameter  int unsigned GroupBits         = 0,  // of the mantissa, that a fall goes by
  parameter  int unsigned FallBits          = 0,  // of the rest, that it goes by; 0: lines
  parameter  int unsigned Mitchell          = 0,  // no tables: the distance is handed on
  parameter  int unsigned SumIndexBits      = 6,
  parameter  int unsigned SumBits           = 4,
  parameter  int unsigned SumSlopeBits      = 1,
  parameter  int unsigned DifferenceIndexBits = 6,
  parameter  int unsigned DifferenceBits      = 5,
  parameter  int unsigned DifferenceSlopeBits = 1,
  parameter  int unsigned SumSlopeIndexBits        = 1,
  parameter  int unsigned DifferenceSlopeIndexBits = 1,
  localparam int unsigned Excess    =
      log_sum_pkg::excess_bits(Mitchell, DistanceBits, MantissaBits),
  localparam int unsigned BaseBits  = log_sum_pkg::base_bits(Mitchell, SumBits, DifferenceBits),
  localparam int unsigned SlopeBits = log_sum_pkg::slope_bits(Excess, SumSlopeBits,
                                                              DifferenceSlopeBits),
  localparam int unsigned RestBits  = log_sum_pkg::rest_bits(Mitchell, DistanceBits, Excess,
                                                             FallBits)
) (
  input  logic                    sign_i,
  input  logic [LogBits-1:0]      log_i,
  input  logic [DistanceBits-1:0] distance_i,
  input  logic                    subtract_i,
  input  logic                    near_i,
  input  logic                    zero_i,
  output logic                    sign_o,
  output logic [LogBits-1:0]      log_o,
  output logic                    subtract_o,
  output logic                    near_o,
  output logic                    zero_o,
  output logic [BaseBits-1:0]     base_o,
  output logic [SlopeBits-1:0]    slope_o,
  output logic [RestBits-1:0]     rest_o
);

  assign sign_o     = sign_i;
  assign log_o      = log_i;
  assign subtract_o = subtract_i;
  assign near_o     = near_i;
  assign zero_o     = zero_i;

  if (Mitchell != 0) begin : gen_mitchell
    assign base_o  = '0;
    assign slope_o = '0;
    assign rest_o  = distance_i;
  end else begin : gen_tables
    localparam int unsigned IndexBits = DistanceBits + 1;

    logic [IndexBits-1:0]      index;
    logic [SumBits-1:0]        sum;
    logic [DifferenceBits-1:0] difference;

    if (Excess > 0) begin : gen_segments
      localparam int unsigned CountBits = $clog2(Excess + 1);

      logic [CountBits-1:0]           zeros;      // above the leading one, at most Excess
      /* verilator lint_off UNUSEDSIGNAL */       // below the bits that a fall goes by
      logic [DistanceBits-1:0]        aligned;    // the leading one on top, if there is a rest
      /* verilator lint_on UNUSEDSIGNAL */
      logic [CountBits-1:0]           excess;
      logic [SumSlopeBits-1:0]        sum_slope;
      logic [DifferenceSlopeBits-1:0] difference_slope;
      logic [IndexBits+FallBits-1:0]  slope_index;

      leading_zeros #(.Width(Excess)) u_leading_zeros (
        .data_i(distance_i[DistanceBits-1 -: Excess]), .count_o(zeros)
      );
      assign aligned = distance_i << zeros;
      assign excess  = CountBits'(Excess) - zeros;
      assign index   = IndexBits'(aligned[DistanceBits-1 -: MantissaBits+1])
                     + (IndexBits'(excess) << MantissaBits);

      if (FallBits != 0) begin : gen_bipartite
        assign rest_o      = '0;
        assign slope_index = {index >> (MantissaBits - GroupBits), aligned[Excess-1 -: FallBits]};
      end else begin : gen_lines
        assign rest_o      = aligned[RestBits-1:0];
        assign slope_index = index;
      end

      log_sum_slope u_sum_slope (
        .index_i(slope_index[SumSlopeIndexBits-1:0]), .entry_o(sum_slope)
      );
      log_difference_slope u_difference_slope (
        .index_i(slope_index[DifferenceSlopeIndexBits-1:0]), .entry_o(difference_slope)
      );
      // An index beyond a table's bits reads 0.
      assign slope_o = subtract_i
          ? (|(slope_index >> DifferenceSlopeIndexBits) ? '0 : SlopeBits'(difference_slope))
          : (|(slope_index >> SumSlopeIndexBits) ? '0 : SlopeBits'(sum_slope));
    end else begin : gen_whole
      assign index   = {1'b0, distance_i};
      assign rest_o  = 1'b0;
      assign slope_o = 1'b0;
    end

    log_sum_base u_sum_base (.index_i(index[SumIndexBits-1:0]), .entry_o(sum));
    log_difference_base u_difference_base (
      .index_i(index[DifferenceIndexBits-1:0]), .entry_o(difference)
    );
    assign base_o = subtract_i
        ? (|(index >> DifferenceIndexBits) ? '0 : BaseBits'(difference))
        : (|(index >> SumIndexBits) ? '0 : BaseBits'(sum));
  end

endmodule
