// Partial products of a * b, a row for two bits of b (Booth 1951, in MacSorley's form of 1961);
// their sum is the product modulo 2^Width. Bits 2i+1 to 2i-1 of b make the digit of row i, from -2
// to 2. A negative row is the inverted one, plus 1 in its last place, which is free in the next.
//
//   columns     ... 7 6 5 4 3 2 1 0
//   row 0           S s s * * * * *     sign s of the row, S its inverse
//   row 1       1 S * * * * *   n       n: row 0 is negative
//   row 2     S * * * * *   n           n: row 1 is negative
//
// A sign bit at column k weighs -s * 2^k = S * 2^k - 2^k. The sum of all -2^k makes the ones left
// of the signs, and with row 0's own S the three bits S s s.
module booth_rows #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = multiplier_pkg::booth_rows(BWidth, Signed)
) (
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic [Rows*Width-1:0] rows_o
);

  // Rows with a digit that can be negative: all but the last, which is unsigned b's top digit or
  // the last +1.
  localparam int unsigned Negatable = Rows - 1;
  localparam int unsigned Digits    = (Signed != 0) ? Rows - 1 : Rows;
  // A row's bits below its sign. The sign of unsigned a's row is the digit's own.
  localparam int unsigned RowBits   = (Signed != 0) ? AWidth : AWidth + 1;

  logic [2*Digits:0] b;  // from bit -1 upwards, extended: b[2i+2] is the sign of row i's digit
  logic [AWidth+1:0] a;  // 2a, extended by a place

  assign a = {(Signed != 0) && a_i[AWidth-1], a_i, 1'b0};
  if (2 * Digits > BWidth) begin : gen_extended
    assign b = {{(2*Digits-BWidth){(Signed != 0) && b_i[BWidth-1]}}, b_i, 1'b0};
  end else begin : gen_whole
    assign b = {b_i, 1'b0};
  end

  for (genvar i = 0; i < Rows; i++) begin : gen_row
    localparam int unsigned First = 2 * i;  // the column of its last place
    localparam int unsigned Sign  = First + RowBits;

    /* verilator lint_off UNUSEDSIGNAL */  // what is beyond the product
    logic [Sign+2:0] row;
    /* verilator lint_on UNUSEDSIGNAL */

    if (i > 0) begin : gen_above
      assign row[First-1:0] = First'(b[2*i]) << (First - 2);
    end
    if (i < Digits) begin : gen_digit
      logic             one, two;
      logic [RowBits:0] bits;  // and the sign

      assign one = b[2*i+1] ^ b[2*i];
      assign two = (b[2*i+2] && !b[2*i+1] && !b[2*i]) || (!b[2*i+2] && b[2*i+1] && b[2*i]);
      for (genvar j = 0; j <= RowBits; j++) begin : gen_bit
        if (j <= AWidth) begin : gen_select
          assign bits[j] = ((a[j+1] && one) || (a[j] && two)) ^ (i < Negatable && b[2*i+2]);
        end else begin : gen_sign
          assign bits[j] = i < Negatable && b[2*i+2];
        end
      end
      assign row[Sign-1:First] = bits[RowBits-1:0];
      if (i >= Negatable) begin : gen_never
        logic unused_sign;
        assign unused_sign      = bits[RowBits];
        assign row[Sign+2:Sign] = 3'b000;
      end else if (i == 0) begin : gen_first
        assign row[Sign+2:Sign] = {!bits[RowBits], {2{bits[RowBits]}}};
      end else begin : gen_below
        assign row[Sign+2:Sign] = {2'b01, !bits[RowBits]};
      end
    end else begin : gen_last
      assign row[Sign+2:First] = '0;
    end

    assign rows_o[i*Width +: Width] = Width'(row);
  end

endmodule
