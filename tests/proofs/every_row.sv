// The rows of a multiplier, each beside what it stands for. `rows` gives row i less what it has at
// zero operands; `terms` gives digit i of b times a times the digit's weight. Where all agree, and
// the rows at zero operands add up to 0 (`rest`), the sum of the rows is the sum of digits times a.
// `digits` gives the digits' sum, which must be b.
//
// A Booth row's +1 stands in the next row, below that row's own places; here it is put back.
module rows #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = (Booth != 0) ? multiplier_pkg::booth_rows(BWidth, Signed)
                                                : multiplier_pkg::and_rows(AWidth, BWidth, Signed)
) (
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic [Rows*Width-1:0] z_o
);

  logic [Rows*Width-1:0]     row, at_zero;
  logic [(Rows+1)*Width-1:0] above;  // and a row of zeros

  if (Booth != 0) begin : gen_booth
    booth_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_rows (
      .a_i, .b_i, .rows_o(row)
    );
    booth_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_at_zero (
      .a_i('0), .b_i('0), .rows_o(at_zero)
    );
  end else begin : gen_and
    and_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_rows (
      .a_i, .b_i, .rows_o(row)
    );
    and_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_at_zero (
      .a_i('0), .b_i('0), .rows_o(at_zero)
    );
  end

  assign above = {{Width{1'b0}}, row};
  for (genvar i = 0; i < Rows; i++) begin : gen_row
    localparam logic [Width-1:0] Own  = (Booth != 0) ? {Width{1'b1}} << (2 * i) : {Width{1'b1}};
    localparam logic [Width-1:0] Next =
        (Booth != 0 && i + 1 < Rows) ? ~({Width{1'b1}} << (2 * i + 2)) : '0;
    assign z_o[i*Width +: Width] = (row[i*Width +: Width] & Own) - at_zero[i*Width +: Width]
                                 + (above[(i+1)*Width +: Width] & Next);
  end

endmodule

module terms #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = (Booth != 0) ? multiplier_pkg::booth_rows(BWidth, Signed)
                                                : multiplier_pkg::and_rows(AWidth, BWidth, Signed)
) (
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic [Rows*Width-1:0] z_o
);

  logic [Width-1:0]   a;
  logic [2*Rows+BWidth:0] b;  // from bit -1 upwards, extended

  assign a = {{BWidth{(Signed != 0) && a_i[AWidth-1]}}, a_i};
  assign b = {{(2*Rows){(Signed != 0) && b_i[BWidth-1]}}, b_i, 1'b0};

  for (genvar i = 0; i < Rows; i++) begin : gen_row
    logic [Width-1:0] term;
    if (Booth == 0 && i >= BWidth) begin : gen_constants
      assign term = '0;
    end else if (Booth == 0) begin : gen_bit
      assign term = !b_i[i] ? '0 : (Signed != 0 && i == BWidth - 1) ? -a : a;
    end else begin : gen_digit
      always_comb begin
        case (b[2*i +: 3])
          3'b001, 3'b010: term = a;
          3'b011:         term = a << 1;
          3'b100:         term = -(a << 1);
          3'b101, 3'b110: term = -a;
          default:        term = '0;
        endcase
      end
    end
    assign z_o[i*Width +: Width] = term << ((Booth != 0) ? 2 * i : i);
  end

endmodule

// The sum of the rows at zero operands.
module rest #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = (Booth != 0) ? multiplier_pkg::booth_rows(BWidth, Signed)
                                                : multiplier_pkg::and_rows(AWidth, BWidth, Signed)
) (
  output logic [Width-1:0] z_o
);
  logic [Rows*Width-1:0]     at_zero;
  logic [(Rows+1)*Width-1:0] sums;
  if (Booth != 0) begin : gen_booth
    booth_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_at_zero (
      .a_i('0), .b_i('0), .rows_o(at_zero)
    );
  end else begin : gen_and
    and_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_at_zero (
      .a_i('0), .b_i('0), .rows_o(at_zero)
    );
  end
  assign sums[Width-1:0] = '0;
  for (genvar i = 0; i < Rows; i++) begin : gen_row
    assign sums[(i+1)*Width +: Width] = sums[i*Width +: Width] + at_zero[i*Width +: Width];
  end
  assign z_o = sums[Rows*Width +: Width];
endmodule

module nothing #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = (Booth != 0) ? multiplier_pkg::booth_rows(BWidth, Signed)
                                                : multiplier_pkg::and_rows(AWidth, BWidth, Signed)
) (
  output logic [Width-1:0] z_o
);
  assign z_o = '0;
endmodule

// The digits of b, each times its weight.
module digits #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 1,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = multiplier_pkg::booth_rows(BWidth, Signed)
) (
  input  logic [BWidth-1:0] b_i,
  output logic [Width-1:0]  z_o
);
  logic [2*Rows+BWidth:0]    b;
  logic [(Rows+1)*Width-1:0] sums;
  assign b               = {{(2*Rows){(Signed != 0) && b_i[BWidth-1]}}, b_i, 1'b0};
  assign sums[Width-1:0] = '0;
  for (genvar i = 0; i < Rows; i++) begin : gen_digit
    logic [Width-1:0] digit;
    assign digit = {{(Width-1){1'b0}}, b[2*i]} + {{(Width-1){1'b0}}, b[2*i+1]}
                 - {{(Width-2){1'b0}}, b[2*i+2], 1'b0};
    assign sums[(i+1)*Width +: Width] = sums[i*Width +: Width] + (digit << (2 * i));
  end
  assign z_o = sums[Rows*Width +: Width];
endmodule

module factor #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 1,
  localparam int unsigned Width  = AWidth + BWidth
) (
  input  logic [BWidth-1:0] b_i,
  output logic [Width-1:0]  z_o
);
  assign z_o = {{AWidth{(Signed != 0) && b_i[BWidth-1]}}, b_i};
endmodule
