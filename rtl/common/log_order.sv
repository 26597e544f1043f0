// Which of two terms is the larger, and how far the other's logarithm lies below.
// Twin of models/common/log_order.h.
module log_order #(
  parameter  int unsigned XLogBits     = 7,
  parameter  int unsigned YLogBits     = 7,
  parameter  int unsigned DistanceBits = 6,
  localparam int unsigned LogBits      = (XLogBits > YLogBits) ? XLogBits : YLogBits
) (
  input  logic                    x_sign_i,
  input  logic [XLogBits-1:0]     x_log_i,
  input  logic                    x_zero_i,
  input  logic                    y_sign_i,
  input  logic [YLogBits-1:0]     y_log_i,
  input  logic                    y_zero_i,
  output logic                    sign_o,
  output logic [LogBits-1:0]      log_o,
  output logic [DistanceBits-1:0] distance_o,  // its low bits
  output logic                    subtract_o,
  output logic                    near_o,      // the lower term matters
  output logic                    zero_o
);

  localparam int unsigned WideBits = ((LogBits > DistanceBits) ? LogBits : DistanceBits) + 1;

  logic [WideBits-1:0] x, y, difference, opposite, distance;
  logic                y_is_larger, far, equal, unused_top;

  assign x = {{(WideBits-XLogBits){x_log_i[XLogBits-1]}}, x_log_i};
  assign y = {{(WideBits-YLogBits){y_log_i[YLogBits-1]}}, y_log_i};

  // Both differences side by side; the one that is not negative is the distance.
  assign difference = x - y;
  assign opposite   = y - x;
  assign distance   = difference[WideBits-1] ? opposite : difference;
  assign equal      = difference == '0;
  assign far        = |distance[WideBits-1:DistanceBits];
  assign unused_top = opposite[WideBits-1];

  assign y_is_larger = !y_zero_i && (x_zero_i || difference[WideBits-1]);
  assign sign_o      = y_is_larger ? y_sign_i : x_sign_i;
  assign log_o       = y_is_larger ? y[LogBits-1:0] : x[LogBits-1:0];
  assign distance_o  = distance[DistanceBits-1:0];
  assign subtract_o  = x_sign_i ^ y_sign_i;
  assign near_o      = !x_zero_i && !y_zero_i && !far;
  assign zero_o      = (x_zero_i && y_zero_i)
                    || (!x_zero_i && !y_zero_i && equal && subtract_o);

endmodule
