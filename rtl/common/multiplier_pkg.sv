// What multiplier and multiplier_rows must both know. Architectures are the values of enum
// Multiplier of models/design/design.h.
package multiplier_pkg;

  localparam int unsigned Operator    = 0;
  localparam int unsigned Wallace     = 1;
  localparam int unsigned Array       = 2;
  localparam int unsigned Dadda       = 3;
  localparam int unsigned BoothRadix4 = 4;  // with Dadda's tree; 5: with Wallace's

  function automatic int unsigned is_booth(input int unsigned architecture);
    is_booth = (architecture >= BoothRadix4) ? 1 : 0;
  endfunction

  function automatic int unsigned has_dadda_tree(input int unsigned architecture);
    has_dadda_tree = (architecture == Dadda || architecture == BoothRadix4) ? 1 : 0;
  endfunction

  // Rows of booth_rows: one for two bits of b, where unsigned b has a 0 above; and one for the last
  // row's +1.
  function automatic int unsigned booth_rows(
      input int unsigned b_width, input int unsigned is_signed);
    booth_rows = (is_signed != 0) ? (b_width + 1) / 2 + 1 : b_width / 2 + 1;
  endfunction

  // Rows of and_rows: one for each bit of b; and one for constants, where they find no free place.
  function automatic int unsigned and_rows(
      input int unsigned a_width, input int unsigned b_width, input int unsigned is_signed);
    and_rows = (is_signed != 0 && a_width != b_width) ? b_width + 1 : b_width;
  endfunction

  // Levels of compressor_tree.
  function automatic int unsigned tree_levels(input int unsigned rows);
    tree_levels = 0;
    for (int unsigned rest = rows; rest > 2; rest = rest - rest / 3) begin
      tree_levels = tree_levels + 1;
    end
  endfunction

  // The low columns of multiplier_rows that have one bit, in x_o; y_o is 0 there. b is not the
  // wider operand.
  function automatic int unsigned settled_columns(
      input int unsigned architecture, input int unsigned a_width, input int unsigned b_width,
      input int unsigned is_signed);
    if (architecture == Operator) begin
      settled_columns = a_width + b_width;
    end else if (is_booth(architecture) != 0) begin
      settled_columns = 0;
    end else if (b_width == 1) begin
      settled_columns = (and_rows(a_width, b_width, is_signed) == 1) ? a_width + b_width : 0;
    end else if (architecture == Wallace) begin
      settled_columns = tree_levels(and_rows(a_width, b_width, is_signed)) + 1;
    end else if (architecture == Array) begin
      settled_columns = and_rows(a_width, b_width, is_signed) - 1;
    end else begin
      settled_columns = 1;
    end
  endfunction

endpackage
