// Gaussian logarithms by straight lines: 2^-d from the distance d, then the logarithm of 1 plus or
// minus that, both as if a logarithm's fraction were that of its number (Mitchell 1962). A part of
// log_refine.
//
//   distance   | q | r |          2^-d is nearly (2 - r) >> (q + 1)
//   1 - 2^-d   | 0 .. 0 | 1 | m | its logarithm is nearly m - zeros
module log_mitchell #(
  parameter int unsigned FractionBits   = 3,
  parameter int unsigned GuardBits      = 2,
  parameter int unsigned DistanceBits   = 6,
  parameter int unsigned CorrectionBits = 8
) (
  input  logic [DistanceBits-1:0]   distance_i,
  input  logic                      subtract_i,
  output logic [CorrectionBits-1:0] correction_o
);

  localparam int unsigned UnitBits  = FractionBits + GuardBits;  // of an octave
  localparam int unsigned CountBits = $clog2(UnitBits + 1);
  localparam int unsigned PlaceBits = CorrectionBits - UnitBits;

  logic [UnitBits:0]    line;      // 1 - r / 2, in 2^-UnitBits; from above 1/2 to 1
  logic [UnitBits:0]    power;
  logic [UnitBits-1:0]  left;      // 0 where both cancel
  logic [CountBits-1:0] zeros;
  /* verilator lint_off UNUSEDSIGNAL */  // the leading one
  logic [UnitBits-1:0]  normalized;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [CorrectionBits-1:0] difference;

  assign line  = {1'b1, {UnitBits{1'b0}}}
               - {2'b00, distance_i[FractionBits-1:0], {(GuardBits-1){1'b0}}};
  assign power = line >> distance_i[DistanceBits-1:FractionBits];
  assign left  = {UnitBits{1'b0}} - power[UnitBits-1:0];

  leading_zeros #(.Width(UnitBits)) u_leading_zeros (.data_i(left), .count_o(zeros));
  assign normalized = left << zeros;

  // zeros + 1 octaves, less the fraction under the leading one: (zeros + 1) - m.
  assign difference = {PlaceBits'(zeros) + PlaceBits'(1), {UnitBits{1'b0}}}
                    - {{PlaceBits{1'b0}}, normalized[UnitBits-2:0], 1'b0};

  assign correction_o = !subtract_i ? CorrectionBits'(power)
                      : (left == '0) ? '0 : difference;

endmodule
