// Shifts right by the low digit of the distance, which is known first, and then by the high one.
// Each value of a digit has a line, and lines are trees, since they drive many gates. Without
// enable_i nothing comes out.
//
//   data     | d d d d |                     low[l]: right by l places
//   fine     | 0 ... d d d d ... 0 |         high[h]: right by 8 h
//   data_o   | 0 ......... d d d d ... 0 |   bits beyond: sticky_o
module line_shift_right #(
  parameter int unsigned InBits       = 4,
  parameter int unsigned OutBits      = 12,  // at distance 0 the tops are in line
  parameter int unsigned DistanceBits = 5
) (
  input  logic [InBits-1:0]       data_i,
  input  logic [DistanceBits-1:0] distance_i,
  input  logic                    enable_i,
  output logic [OutBits-1:0]      data_o,
  output logic                    sticky_o
);

  localparam int unsigned LowBits  = (DistanceBits > 3) ? 3 : DistanceBits - 1;
  localparam int unsigned Radix    = 1 << LowBits;
  localparam int unsigned HighBits = DistanceBits - LowBits;
  localparam int unsigned Reached  = (OutBits + Radix - 1) / Radix;  // beyond, nothing is left
  localparam int unsigned Highs    = (HighBits < 32 && Reached > (1 << HighBits)) ? 1 << HighBits
                                                                                  : Reached;
  localparam int unsigned FineBits = InBits + Radix - 1;

  // Copies of a line, one for every few bits that it moves.
  localparam int unsigned Loads      = 4;
  localparam int unsigned LowCopies  = (InBits + Loads - 1) / Loads;
  localparam int unsigned HighCopies = (FineBits + Loads - 1) / Loads;

  logic [Radix*LowCopies-1:0]  low;
  logic [Highs*HighCopies-1:0] high;
  logic                        beyond;
  logic [FineBits-1:0]         fine;

  for (genvar l = 0; l < Radix; l++) begin : gen_low
    fanout_tree #(.Copies(LowCopies), .Levels((LowCopies > 4) ? 2 : 1)) u_line (
      .data_i(distance_i[LowBits-1:0] == LowBits'(l)), .copies_o(low[l*LowCopies +: LowCopies])
    );
  end
  for (genvar h = 0; h < Highs; h++) begin : gen_high
    fanout_tree #(.Copies(HighCopies), .Levels((HighCopies > 4) ? 2 : 1)) u_line (
      .data_i(distance_i[DistanceBits-1:LowBits] == HighBits'(h) && enable_i),
      .copies_o(high[h*HighCopies +: HighCopies])
    );
  end
  if (Highs < (1 << HighBits)) begin : gen_beyond
    assign beyond = distance_i[DistanceBits-1:LowBits] >= HighBits'(Highs) && enable_i;
  end else begin : gen_never
    assign beyond = 1'b0;
  end

  always_comb begin
    fine = '0;
    for (int unsigned j = 0; j < InBits; j++) begin
      for (int unsigned l = 0; l < Radix; l++) begin
        fine[j+Radix-1-l] = fine[j+Radix-1-l] | (data_i[j] & low[l*LowCopies + j/Loads]);
      end
    end
    data_o   = '0;
    sticky_o = beyond && data_i != '0;
    for (int unsigned h = 0; h < Highs; h++) begin
      for (int unsigned j = 0; j < FineBits; j++) begin
        if (OutBits + j >= FineBits + Radix * h) begin
          data_o[OutBits+j-FineBits-Radix*h] = data_o[OutBits+j-FineBits-Radix*h]
                                               | (fine[j] & high[h*HighCopies + j/Loads]);
        end else begin
          sticky_o = sticky_o | (fine[j] & high[h*HighCopies + j/Loads]);
        end
      end
    end
  end

endmodule
