// Partial products of a * b, a row for each bit of b; their sum is the product modulo 2^Width.
//
//   columns      6 5 4 3 2 1 0        4x3, unsigned
//   row 0              * * * *        a AND b[0]
//   row 1            * * * *
//   row 2          * * * *
//
// In two's complement the bits of exactly one sign weigh negative. They are inverted, and constants
// make up for it (Baugh and Wooley 1973): 2^(AWidth-1) + 2^(BWidth-1) + 2^(Width-1) modulo 2^Width.
// The last is the top of the last row; the two others are 2^AWidth at equal widths, left of row 0,
// or else a row of their own.
module and_rows #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = multiplier_pkg::and_rows(AWidth, BWidth, Signed)
) (
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic [Rows*Width-1:0] rows_o
);

  // At 1x1 bits both constants are the top column's, and their sum is beyond it.
  localparam int unsigned HasConstants = (Signed != 0 && Width > 2) ? 1 : 0;

  for (genvar i = 0; i < BWidth; i++) begin : gen_row
    // The bits of one sign: all but the top in the last row, the top in the others.
    localparam logic [AWidth-1:0] Top      = AWidth'(1) << (AWidth - 1);
    localparam logic [AWidth-1:0] Inverted = (Signed == 0) ? '0 : (i == BWidth - 1) ? ~Top : Top;
    localparam logic [Width-1:0]  Constants =
        ((HasConstants != 0 && i == BWidth - 1) ? Width'(1) << (Width - 1) : '0)
        | ((HasConstants != 0 && i == 0 && AWidth == BWidth) ? Width'(1) << AWidth : '0);

    logic [AWidth-1:0] bits;
    assign bits = (a_i & {AWidth{b_i[i]}}) ^ Inverted;
    assign rows_o[i*Width +: Width] = (Width'(bits) << i) | Constants;
  end
  if (Rows > BWidth) begin : gen_constants
    assign rows_o[BWidth*Width +: Width] =
        (Width'(1) << (AWidth - 1)) | (Width'(1) << (BWidth - 1));
  end

endmodule
