// Shifts left until the highest one is at the top, yet no further than `limit_i` places. The limit is
// a one set at its place, so that one count finds whichever comes first.
//
//   data    | 0 0 0 1 . . . . |      limit 5: shifts by 3
//   stop    | 0 0 0 0 0 1 0 0 |      limit 2: shifts by 2, the top stays 0
module limited_normalize #(
  parameter  int unsigned Width     = 8,
  parameter  int unsigned LimitBits = 5,
  localparam int unsigned CountBits = $clog2(Width + 1)
) (
  input  logic [Width-1:0]     data_i,
  input  logic [LimitBits-1:0] limit_i,  // two's complement; no shift where it is negative
  output logic [Width-1:0]     data_o,
  output logic [CountBits-1:0] count_o
);

  logic [Width-1:0] top, stop;

  assign top  = {1'b1, {(Width-1){1'b0}}};
  assign stop = limit_i[LimitBits-1] ? top : top >> limit_i;

  leading_zeros #(.Width(Width)) u_count (.data_i(data_i | stop), .count_o);

  assign data_o = data_i << count_o;

endmodule
