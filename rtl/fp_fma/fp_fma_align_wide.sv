// The dual path's window: the product at its place, the addend shifted right from above it. A part
// of fp_fma_align, which has the drawing.
//
// By the distance's low digit first, which is known first, then by the high one. Each value of a
// digit has a line of its own, and lines are trees, since they drive many gates.
//
//   addend    | c c c c |                       low[l]: right by l places
//   fine      | 0 ... c c c c ... 0 |           high[h]: right by 8 h
//   small     | 0 ......... c c c c ... 0 |     bits beyond: sticky_o
module fp_fma_align_wide #(
  parameter  int unsigned ProductBits         = 22,
  parameter  int unsigned ProductExponentBits = 7,
  parameter  int unsigned CExponentBits       = 5,
  parameter  int unsigned CFractionBits       = 10,
  parameter  int unsigned WindowBits          = 22,
  parameter  int unsigned AboveBits           = 14,
  parameter  int unsigned ExponentBits        = 6,
  parameter  int unsigned DistanceBits        = 9,   // two's complement, of any distance
  parameter  int unsigned ASignedBits         = 6,
  parameter  int unsigned BSignedBits         = 6,
  parameter  int unsigned ExponentOffset      = 0,
  parameter  int unsigned Adder               = 0,
  parameter  int unsigned Early               = 0,  // take the operands' exponents
  localparam int unsigned TermBits            = WindowBits + AboveBits + 1
) (
  input  logic [ProductExponentBits-1:0] exponent_i,
  input  logic [ASignedBits-1:0]         a_exponent_i,
  input  logic [BSignedBits-1:0]         b_exponent_i,
  input  logic                           zero_i,       // the product is
  input  logic [ProductBits-1:0]         significand_i,
  input  logic [CExponentBits-1:0]       c_exponent_i,
  input  logic [CFractionBits:0]         c_significand_i,
  output logic [ExponentBits-1:0]        exponent_o,  // of the bit below the addend's units
  output logic [TermBits-1:0]            large_o,
  output logic [TermBits-1:0]            small_o,
  output logic                           sticky_o
);

  /* verilator lint_off UNUSEDSIGNAL */  // where it is the exponent, it is not negative
  logic [DistanceBits-1:0] start;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [DistanceBits-1:0] distance;
  logic                    stays;  // the addend begins where the window does
  logic                    is_zero;

  if (Early != 0) begin : gen_early
    // a + b + (offset + above + 1) + ~c, by two levels of 3:2 compressors and one adder.
    localparam logic [DistanceBits-1:0] Base =
        DistanceBits'(ExponentOffset) + DistanceBits'(AboveBits);
    localparam logic [DistanceBits-1:0] Next = Base + DistanceBits'(1);

    logic [DistanceBits-1:0] a, b, c, partial, carries, x, y;
    logic                      unused_carry, unused_exponent;

    assign a       = DistanceBits'($signed(a_exponent_i));
    assign b       = DistanceBits'($signed(b_exponent_i));
    assign c       = DistanceBits'(c_exponent_i) ^ {DistanceBits{1'b1}};
    assign partial = a ^ b ^ c;
    assign carries = ((a & b) | (a & c) | (b & c)) << 1;
    assign x       = partial ^ carries ^ Next;
    assign y       = ((partial & carries) | (partial & Next) | (carries & Next)) << 1;
    adder #(.Width(DistanceBits), .Architecture(Adder)) u_distance (
      .a_i(x), .b_i(y), .carry_i(1'b0), .sum_o(distance), .carry_o(unused_carry)
    );
    assign start           = a + b + Base;
    assign is_zero         = zero_i;
    assign unused_exponent = ^exponent_i;
  end else begin : gen_late
    logic unused_operands;

    assign start           = DistanceBits'($signed(exponent_i)) + DistanceBits'(AboveBits);
    assign distance        = start - DistanceBits'(c_exponent_i);
    assign is_zero         = 1'b0;  // its exponent says so
    assign unused_operands = ^a_exponent_i ^ ^b_exponent_i ^ zero_i;
  end
  logic [ExponentBits-1:0] of_addend, of_product;  // beside each other until it is known which

  assign of_addend  = ExponentBits'(c_exponent_i) - ExponentBits'(1);
  assign of_product = ExponentBits'(start) - ExponentBits'(1);
  assign exponent_o = stays ? of_addend : of_product;

  localparam int unsigned LowBits  = 3;
  localparam int unsigned Radix    = 1 << LowBits;
  localparam int unsigned HighBits = DistanceBits - LowBits;
  localparam int unsigned Highs    = (TermBits + Radix - 1) / Radix;  // beyond, nothing is left
  localparam int unsigned CBits    = CFractionBits + 1;
  localparam int unsigned FineBits = CBits + Radix - 1;

  // Copies of a line, one for every few bits that it moves.
  localparam int unsigned Loads      = 4;
  localparam int unsigned LowCopies  = (CBits + Loads - 1) / Loads;
  localparam int unsigned HighCopies = (FineBits + Loads - 1) / Loads;

  logic [Radix*LowCopies-1:0]  low;
  logic [Highs*HighCopies-1:0] high;
  logic [LowCopies-1:0]        stay;
  logic                        beyond;

  // No high line is for a distance below 0. A product of 0 has any distance.
  assign stays = distance[DistanceBits-1] || is_zero;
  for (genvar l = 0; l < Radix; l++) begin : gen_low
    fanout_tree #(.Copies(LowCopies), .Levels(1)) u_line (
      .data_i(distance[LowBits-1:0] == LowBits'(l)), .copies_o(low[l*LowCopies +: LowCopies])
    );
  end
  for (genvar h = 0; h < Highs; h++) begin : gen_high
    if (h < (1 << (HighBits - 1))) begin : gen_value
      fanout_tree #(.Copies(HighCopies), .Levels(1)) u_line (
        .data_i(distance[DistanceBits-1:LowBits] == HighBits'(h) && !is_zero),
        .copies_o(high[h*HighCopies +: HighCopies])
      );
    end else begin : gen_none
      assign high[h*HighCopies +: HighCopies] = '0;
    end
  end
  fanout_tree #(.Copies(LowCopies), .Levels(1)) u_stay (.data_i(stays), .copies_o(stay));
  if (Highs < (1 << (HighBits - 1))) begin : gen_beyond
    assign beyond = !stays && distance[DistanceBits-2:LowBits] >= (HighBits-1)'(Highs);
  end else begin : gen_never
    assign beyond = 1'b0;
  end

  logic [FineBits-1:0] fine;

  always_comb begin
    fine = '0;
    for (int unsigned j = 0; j < CBits; j++) begin
      for (int unsigned l = 0; l < Radix; l++) begin
        fine[j+Radix-1-l] =
            fine[j+Radix-1-l] | (c_significand_i[j] & low[l*LowCopies + j/Loads]);
      end
    end
    small_o  = '0;
    sticky_o = beyond && c_significand_i != '0;
    for (int unsigned j = 0; j < CBits; j++) begin
      small_o[TermBits-CBits+j] = c_significand_i[j] & stay[j/Loads];
    end
    for (int unsigned h = 0; h < Highs; h++) begin
      for (int unsigned j = 0; j < FineBits; j++) begin
        if (TermBits + j >= FineBits + Radix * h) begin
          small_o[TermBits+j-FineBits-Radix*h] = small_o[TermBits+j-FineBits-Radix*h]
                                                 | (fine[j] & high[h*HighCopies + j/Loads]);
        end else begin
          sticky_o = sticky_o | (fine[j] & high[h*HighCopies + j/Loads]);
        end
      end
    end
  end

  assign large_o = TermBits'(significand_i) << (WindowBits + 2 - ProductBits);

endmodule
