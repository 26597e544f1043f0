// The corrected logarithm in whole steps as a code: beyond the greatest it becomes the greatest,
// below the least zero. Halves go away from the larger term's logarithm; where that became a finer
// one, up. Twin of models/common/log_round.h.
module log_round #(
  parameter  int unsigned LogBits        = 7,
  parameter  int unsigned CorrectionBits = 5,
  parameter  int unsigned GuardBits      = 0,
  parameter  int unsigned LogGuardBits   = 0,   // of log_i; 0, or GuardBits
  parameter  int unsigned LogarithmBits  = 7,   // of t
  parameter  int unsigned TwosComplement = 0,
  parameter  int unsigned Bias           = 64,  // a two's complement number
  parameter  int unsigned Zero           = 0,   // 0 the least t, 1 a flag
  parameter  int unsigned HasSign        = 1,
  localparam int unsigned Width          = HasSign + ((Zero == 1) ? 1 : 0) + LogarithmBits
) (
  input  logic                      sign_i,
  input  logic [LogBits-1:0]        log_i,
  input  logic                      subtract_i,
  input  logic                      zero_i,
  input  logic [CorrectionBits-1:0] correction_i,
  output logic [Width-1:0]          z_o
);

  localparam int unsigned StepBits = CorrectionBits - GuardBits + 1;
  // Room for the sum, and for t beyond both ends of its range.
  localparam int unsigned StepLogBits = LogBits - LogGuardBits;
  localparam int unsigned MostBits = (StepLogBits > StepBits) ? StepLogBits : StepBits;
  localparam int unsigned WideBits = ((MostBits > LogarithmBits) ? MostBits : LogarithmBits) + 3;

  localparam logic signed [WideBits-1:0] Half =
      (TwosComplement != 0) ? 1 << (LogarithmBits - 1) : 0;
  localparam logic signed [WideBits-1:0] Full = 1 << LogarithmBits;
  localparam logic signed [WideBits-1:0] Least = ((Zero == 0) ? 1 : 0) - Half;
  localparam logic signed [WideBits-1:0] Greatest = Full - 1 - Half;

  logic signed [WideBits-1:0] t;
  logic                       below, above, zero;
  logic [LogarithmBits-1:0]   field;

  if (LogGuardBits > 0) begin : gen_fine
    localparam int unsigned FineBits = MostBits + 1 + GuardBits;

    /* verilator lint_off UNUSEDSIGNAL */  // below half a step
    logic signed [FineBits-1:0] fine;
    /* verilator lint_on UNUSEDSIGNAL */
    logic signed [FineBits-1:0] log, correction;

    assign log        = {{(FineBits-LogBits){log_i[LogBits-1]}}, log_i};
    assign correction = {{(FineBits-CorrectionBits){1'b0}}, correction_i};
    assign fine       = subtract_i ? log - correction : log + correction;
    assign t = {{(WideBits-FineBits+GuardBits){fine[FineBits-1]}}, fine[FineBits-1:GuardBits]}
             + {{(WideBits-1){1'b0}}, fine[GuardBits-1]} + $signed(Bias[WideBits-1:0]);
  end else begin : gen_steps
    logic        [StepBits-1:0] steps;
    logic signed [WideBits-1:0] larger, change;

    if (GuardBits > 0) begin : gen_guard
      // Half of a step and whole ones: the bit below carries into them.
      assign steps = {1'b0, correction_i[CorrectionBits-1:GuardBits]}
                   + {{(StepBits-1){1'b0}}, correction_i[GuardBits-1]};
      if (GuardBits > 1) begin : gen_rest
        logic unused_rest;
        assign unused_rest = ^correction_i[GuardBits-2:0];
      end
    end else begin : gen_whole
      assign steps = {1'b0, correction_i};
    end

    assign larger = {{(WideBits-LogBits){log_i[LogBits-1]}}, log_i};
    assign change = {{(WideBits-StepBits){1'b0}}, steps};
    assign t      = larger + $signed(Bias[WideBits-1:0]) + (subtract_i ? -change : change);
  end

  assign below = t < Least;
  assign above = t > Greatest;
  assign zero  = zero_i || below;
  assign field = zero ? ((Zero == 0) ? Least[LogarithmBits-1:0] - LogarithmBits'(1) : '0)
               : above ? Greatest[LogarithmBits-1:0] : t[LogarithmBits-1:0];

  if (HasSign != 0 && Zero == 1) begin : gen_sign_flag
    assign z_o = {sign_i && !zero, zero, field};
  end else if (HasSign != 0) begin : gen_sign
    assign z_o = {sign_i && !zero, field};
  end else if (Zero == 1) begin : gen_flag
    logic unused_sign;
    assign unused_sign = sign_i;
    assign z_o         = {zero, field};
  end else begin : gen_plain
    logic unused_sign;
    assign unused_sign = sign_i;
    assign z_o         = field;
  end

endmodule
