// Shifts left until the highest one is at the top, yet no further than `limit_i` places. The limit is
// a one set at its place, so that one count finds whichever comes first.
//
//   data    | 0 0 0 1 . . . . |      limit 5: shifts by 3
//   stop    | 0 0 0 0 0 1 0 0 |      limit 2: shifts by 2, the top stays 0
//
// A hint instead of the data is counted (Hinted): its highest one is that of the data, or one place
// above; then the data moves by count_o, and by one place more where again_o says so.
module limited_normalize #(
  parameter  int unsigned Width     = 8,
  parameter  int unsigned LimitBits = 5,
  parameter  int unsigned Hinted    = 0,
  localparam int unsigned CountBits = $clog2(Width + 1)
) (
  input  logic [Width-1:0]     data_i,
  input  logic [Width-1:0]     hint_i,   // the data itself, if not Hinted
  input  logic [LimitBits-1:0] limit_i,  // two's complement; no shift where it is negative
  output logic [Width-1:0]     data_o,
  output logic [CountBits-1:0] count_o,
  output logic                 again_o
);

  logic [Width-1:0] top, stop, shifted;

  assign top  = {1'b1, {(Width-1){1'b0}}};
  assign stop = limit_i[LimitBits-1] ? top : top >> limit_i;

  leading_zeros #(.Width(Width)) u_count (.data_i(hint_i | stop), .count_o);

  assign shifted = data_i << count_o;

  if (Hinted != 0) begin : gen_again
    /* verilator lint_off UNUSEDSIGNAL */  // its top tells that the limit is reached
    logic [Width-1:0] stop_shifted;
    /* verilator lint_on UNUSEDSIGNAL */
    assign stop_shifted = stop << count_o;
    assign again_o      = !shifted[Width-1] && !stop_shifted[Width-1];
    assign data_o       = again_o ? shifted << 1 : shifted;
  end else begin : gen_once
    assign again_o = 1'b0;
    assign data_o  = shifted;
  end

endmodule
