// Two numbers whose sum is a * b modulo 2^Width, both unsigned or both two's complement, by the
// chosen architecture: what an addition can still join before carries are propagated. y_o is 0 in
// the low multiplier_pkg::settled_columns() columns.
module multiplier_rows #(
  parameter int unsigned AWidth       = 8,
  parameter int unsigned BWidth       = 8,
  parameter int unsigned Signed       = 0,
  // 0 operator, 1 Wallace, 2 array, 3 Dadda, 4 radix-4 Booth with Dadda's tree, 5 with Wallace's
  parameter int unsigned Architecture = 0,
  localparam int unsigned Width       = AWidth + BWidth
) (
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  output logic [Width-1:0]  x_o,
  output logic [Width-1:0]  y_o
);

  localparam int unsigned Booth = multiplier_pkg::is_booth(Architecture);

  if (Architecture == multiplier_pkg::Operator) begin : gen_operator
    if (Signed != 0) begin : gen_signed
      assign x_o = Width'($signed(a_i)) * Width'($signed(b_i));
    end else begin : gen_unsigned
      assign x_o = Width'(a_i) * Width'(b_i);
    end
    assign y_o = '0;
  end else if (AWidth < BWidth) begin : gen_swapped  // the fewer rows
    multiplier_rows #(
      .AWidth(BWidth), .BWidth(AWidth), .Signed(Signed), .Architecture(Architecture)
    ) u_rows (.a_i(b_i), .b_i(a_i), .x_o, .y_o);
  end else begin : gen_rows
    localparam int unsigned Rows =
        (Booth != 0) ? multiplier_pkg::booth_rows(BWidth, Signed)
                     : multiplier_pkg::and_rows(AWidth, BWidth, Signed);

    logic [Rows*Width-1:0] rows;

    if (Booth != 0) begin : gen_booth
      booth_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_booth (
        .a_i, .b_i, .rows_o(rows)
      );
    end else begin : gen_and
      and_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed)) u_and (
        .a_i, .b_i, .rows_o(rows)
      );
    end

    if (Architecture == multiplier_pkg::Array) begin : gen_array
      // The row of constants, if there is one, goes second: it delays nothing there.
      if (Rows > BWidth && BWidth > 1) begin : gen_constants
        compressor_chain #(.Rows(Rows), .Width(Width)) u_chain (
          .rows_i({rows[BWidth*Width-1:Width], rows[BWidth*Width +: Width], rows[Width-1:0]}),
          .x_o, .y_o
        );
      end else begin : gen_plain
        compressor_chain #(.Rows(Rows), .Width(Width)) u_chain (.rows_i(rows), .x_o, .y_o);
      end
    end else if (multiplier_pkg::has_dadda_tree(Architecture) != 0) begin : gen_dadda
      dadda_rows #(.AWidth(AWidth), .BWidth(BWidth), .Signed(Signed), .Booth(Booth)) u_tree (
        .rows_i(rows), .x_o, .y_o
      );
    end else begin : gen_wallace
      compressor_tree #(.Rows(Rows), .Width(Width)) u_tree (.rows_i(rows), .x_o, .y_o);
    end
  end

endmodule
