// Reduces the rows of and_rows or booth_rows by dadda_tree, which takes columns without the rows'
// empty places. The rows that have a bit in a column are neighbours: from the first to the last.
module dadda_rows #(
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BWidth = 8,
  parameter  int unsigned Signed = 0,
  parameter  int unsigned Booth  = 0,
  localparam int unsigned Width  = AWidth + BWidth,
  localparam int unsigned Rows   = (Booth != 0)
      ? multiplier_pkg::booth_rows(BWidth, Signed)
      : multiplier_pkg::and_rows(AWidth, BWidth, Signed)
) (
  input  logic [Rows*Width-1:0] rows_i,
  output logic [Width-1:0]      x_o,
  output logic [Width-1:0]      y_o
);

  function automatic int unsigned first_row(input int unsigned column);
    int unsigned beyond;  // the first column that row 0 does not reach
    first_row = 0;
    if (Booth != 0) begin
      beyond = (Signed != 0) ? AWidth + 3 : AWidth + 4;
      if (column >= beyond) first_row = (column - beyond + 3) / 2;
    end else begin
      beyond = (Signed != 0 && AWidth == BWidth) ? AWidth + 1 : AWidth;
      if (column >= beyond) first_row = column - AWidth + 1;
      if (Signed != 0 && column == Width - 1) first_row = BWidth - 1;
    end
  endfunction

  function automatic int unsigned last_row(input int unsigned column);
    if (Booth != 0) begin
      last_row = column / 2 + ((column % 2 == 0) ? 1 : 0);
      if (Signed != 0 && column > 2 * (Rows - 2)) last_row = Rows - 2;  // above the last +1
    end else begin
      last_row = column;
      if (Rows > BWidth && column == BWidth - 1) last_row = BWidth;  // the constants
      if (column >= BWidth) last_row = BWidth - 1;
      if (Rows > BWidth && column == AWidth - 1) last_row = BWidth;
    end
    if (last_row >= Rows) last_row = Rows - 1;
  endfunction

  function automatic logic [8*Width-1:0] all_heights(input int unsigned columns);
    int unsigned first;
    int unsigned last;
    all_heights = '0;
    for (int unsigned c = 0; c < columns; c++) begin
      first = first_row(c);
      last  = last_row(c);
      all_heights[8*c +: 8] = 8'((last < first) ? 0 : last - first + 1);
    end
  endfunction

  localparam logic [8*Width-1:0] Heights = all_heights(Width);

  logic [Rows*Width-1:0] columns;
  logic                  unused_places;

  assign unused_places = ^rows_i;

  for (genvar c = 0; c < Width; c++) begin : gen_column
    localparam int unsigned First  = first_row(c);
    localparam int unsigned Height = 32'(Heights[8*c +: 8]);
    for (genvar r = 0; r < Height; r++) begin : gen_bit
      assign columns[c*Rows + r] = rows_i[(First+r)*Width + c];
    end
    if (Height < Rows) begin : gen_empty
      assign columns[c*Rows+Height +: Rows-Height] = '0;
    end
  end

  dadda_tree #(.Width(Width), .Height(Rows), .Heights(Heights)) u_tree (
    .columns_i(columns), .x_o, .y_o
  );

endmodule
