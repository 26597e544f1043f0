// product = a * b, both unsigned or both two's complement, by the chosen architecture.
module multiplier #(
  parameter int unsigned AWidth       = 8,
  parameter int unsigned BWidth       = 8,
  parameter int unsigned Signed       = 0,
  parameter int unsigned Architecture = 0,  // 0 operator, 1 Wallace tree
  parameter int unsigned Adder        = 0,  // architecture of the tree's final adder
  localparam int unsigned Width       = AWidth + BWidth
) (
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  output logic [Width-1:0]  product_o
);

  if (Architecture == 0 && Signed != 0) begin : gen_signed
    assign product_o = Width'($signed(a_i)) * Width'($signed(b_i));
  end else if (Architecture == 0) begin : gen_unsigned
    assign product_o = Width'(a_i) * Width'(b_i);
  end else begin : gen_wallace
    // One row of partial products for each bit of b, and one row of constants. In two's complement
    // the bits of exactly one sign weigh negative; they are inverted and the constants make up for
    // it (Baugh and Wooley 1973): 2^(AWidth-1) + 2^(BWidth-1) + 2^(Width-1), modulo 2^Width.
    localparam int unsigned Rows = BWidth + ((Signed != 0) ? 1 : 0);

    logic [Rows*Width-1:0] rows;
    logic [Width-1:0]      x, y;
    logic                  unused_carry;

    for (genvar i = 0; i < BWidth; i++) begin : gen_row
      logic [AWidth-1:0] bits;
      for (genvar j = 0; j < AWidth; j++) begin : gen_bit
        if (Signed != 0 && ((i == BWidth - 1) != (j == AWidth - 1))) begin : gen_inverted
          assign bits[j] = !(a_i[j] && b_i[i]);
        end else begin : gen_plain
          assign bits[j] = a_i[j] && b_i[i];
        end
      end
      assign rows[i*Width +: Width] = Width'(bits) << i;
    end
    if (Signed != 0) begin : gen_constants
      assign rows[BWidth*Width +: Width] = (Width'(1) << (AWidth - 1)) + (Width'(1) << (BWidth - 1))
                                         + (Width'(1) << (Width - 1));
    end

    compressor_tree #(.Rows(Rows), .Width(Width)) u_tree (.rows_i(rows), .x_o(x), .y_o(y));
    adder #(.Width(Width), .Architecture(Adder)) u_adder (
      .a_i(x), .b_i(y), .carry_i(1'b0), .sum_o(product_o), .carry_o(unused_carry)
    );
  end

endmodule
