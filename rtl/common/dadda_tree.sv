// Reduces columns of bits to two rows of the same sum (modulo 2^Width), with the fewest full and
// half adders per level: each level leaves no column higher than the next of 2, 3, 4, 6, 9, 13, ...
// (Dadda 1965), and adds nowhere else. One level here, the levels below it by recursion.
//
//   column c     | carries of column c-1 | sums | bits left as they are |   after a level
module dadda_tree #(
  parameter int unsigned Width  = 8,               // columns
  parameter int unsigned Height = 3,               // the greatest of Heights
  parameter logic [8*Width-1:0] Heights = {Width{8'd3}}  // bits in each column, 8 bits a number
) (
  input  logic [Width*Height-1:0] columns_i,       // each column's bits lowest, 0 above
  output logic [Width-1:0]        x_o,
  output logic [Width-1:0]        y_o
);

  localparam int unsigned Target = (Height > 42) ? 42 : (Height > 28) ? 28 : (Height > 19) ? 19
                                 : (Height > 13) ? 13 : (Height > 9) ? 9 : (Height > 6) ? 6
                                 : (Height > 4) ? 4 : (Height > 3) ? 3 : 2;

  // Carries into each column: an adder for every two bits, or the last one, above the target.
  function automatic logic [8*Width-1:0] carries_into(
      input logic [8*Width-1:0] heights, input int unsigned target);
    int unsigned carries;
    int unsigned height;
    carries = 0;
    carries_into = '0;
    for (int unsigned c = 0; c < Width; c++) begin
      carries_into[8*c +: 8] = 8'(carries);
      height  = 32'(heights[8*c +: 8]) + carries;
      carries = (height > target) ? (height - target + 1) / 2 : 0;
    end
  endfunction

  function automatic logic [8*Width-1:0] heights_after(
      input logic [8*Width-1:0] heights, input logic [8*Width-1:0] carries,
      input int unsigned target);
    int unsigned height;
    heights_after = '0;
    for (int unsigned c = 0; c < Width; c++) begin
      height = 32'(heights[8*c +: 8]) + 32'(carries[8*c +: 8]);
      heights_after[8*c +: 8] = 8'((height > target) ? target : height);
    end
  endfunction

  if (Height == 1) begin : gen_one
    assign x_o = columns_i;
    assign y_o = '0;
  end else if (Height == 2) begin : gen_two
    for (genvar c = 0; c < Width; c++) begin : gen_column
      assign {y_o[c], x_o[c]} = columns_i[2*c +: 2];
    end
  end else begin : gen_level
    localparam logic [8*Width-1:0] Carries = carries_into(Heights, Target);
    localparam logic [8*Width-1:0] Next    = heights_after(Heights, Carries, Target);

    /* verilator lint_off UNUSEDSIGNAL */  // the top column's carries are beyond the sum
    logic [Width*Target-1:0] carries;      // out of each column
    /* verilator lint_on UNUSEDSIGNAL */
    logic [Width*Target-1:0] next;

    for (genvar c = 0; c < Width; c++) begin : gen_column
      localparam int unsigned Bits   = 32'(Heights[8*c +: 8]);
      localparam int unsigned In     = 32'(Carries[8*c +: 8]);
      localparam int unsigned Excess = Bits + In - 32'(Next[8*c +: 8]);
      localparam int unsigned Full   = Excess / 2;
      localparam int unsigned Half   = Excess % 2;
      localparam int unsigned Added  = 3 * Full + 2 * Half;
      localparam int unsigned Left   = Bits - Added;

      localparam int unsigned Taken  = Left + Full + Half + In;

      if (Full > 0) begin : gen_full
        // The last of a column come latest: each adder has one of them, where it is fastest.
        full_adders #(.Width(Full)) u_adders (
          .p_i(columns_i[c*Height +: Full]), .q_i(columns_i[c*Height+Full +: Full]),
          .r_i(columns_i[c*Height+2*Full +: Full]),
          .sum_o(next[c*Target+Left +: Full]), .carry_o(carries[c*Target +: Full])
        );
      end
      if (Half > 0) begin : gen_half
        full_adders #(.Width(1)) u_adder (
          .p_i(columns_i[c*Height+3*Full]), .q_i(columns_i[c*Height+3*Full+1]), .r_i(1'b0),
          .sum_o(next[c*Target+Left+Full]), .carry_o(carries[c*Target+Full])
        );
      end
      if (Left > 0) begin : gen_left
        assign next[c*Target +: Left] = columns_i[c*Height+Added +: Left];
      end
      if (In > 0) begin : gen_in
        assign next[c*Target+Left+Full+Half +: In] = carries[(c-1)*Target +: In];
      end
      if (Taken < Target) begin : gen_empty
        assign next[c*Target+Taken +: Target-Taken] = '0;
      end
      if (Full + Half < Target) begin : gen_no_carries
        assign carries[c*Target+Full+Half +: Target-Full-Half] = '0;
      end
      if (Bits < Height) begin : gen_unused
        logic unused_bits;
        assign unused_bits = ^columns_i[c*Height + Bits +: Height - Bits];
      end
    end

    dadda_tree #(.Width(Width), .Height(Target), .Heights(Next)) u_next (
      .columns_i(next), .x_o, .y_o
    );
  end

endmodule
