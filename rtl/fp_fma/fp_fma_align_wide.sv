// The dual path's window: the product at its place, the addend shifted right from above it. A part
// of fp_fma_align, which has the drawing.
//
// Every distance has a line of its own, and every bit of the window takes one of the addend's by it:
// lines drive as few gates as the addend has bits, and there is one level of them.
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

  localparam int unsigned Highest        = TermBits - 1 - CFractionBits;  // where the addend begins

  /* verilator lint_off UNUSEDSIGNAL */  // where it is the exponent, it is not negative
  logic [DistanceBits-1:0] start;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [DistanceBits-1:0] distance;
  logic                      stays;  // the addend begins where the window does
  logic                      is_zero;
  logic [TermBits:0]         at;     // by how far it is shifted; the last one: all out

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
  assign exponent_o = (stays ? ExponentBits'(c_exponent_i) : ExponentBits'(start))
                      - ExponentBits'(1);

  // The distance in two digits, a line for each value of both, so that no line drives many gates.
  localparam int unsigned LowBits  = 3;
  localparam int unsigned HighBits = DistanceBits - LowBits;
  localparam int unsigned Highs    = TermBits / (1 << LowBits) + 1;

  logic [(1<<LowBits)-1:0] low;
  logic [Highs-1:0]        high;

  for (genvar l = 0; l < (1 << LowBits); l++) begin : gen_low
    assign low[l] = distance[LowBits-1:0] == LowBits'(l);
  end
  for (genvar h = 0; h < Highs; h++) begin : gen_high
    if (h < (1 << (HighBits - 1))) begin : gen_value
      assign high[h] = distance[LowBits +: HighBits] == HighBits'(h);
    end else begin : gen_none
      assign high[h] = 1'b0;
    end
  end
  for (genvar d = 0; d < TermBits; d++) begin : gen_distance
    assign at[d] = high[d >> LowBits] && low[d % (1 << LowBits)];
  end
  assign at[TermBits] = !distance[DistanceBits-1]
                        && distance[DistanceBits-2:0] >= (DistanceBits-1)'(TermBits);

  // No line is for a distance below 0. A product of 0 has any distance.
  logic [CFractionBits:0] shifted, unshifted;

  assign stays     = distance[DistanceBits-1] || is_zero;
  assign shifted   = c_significand_i & {(CFractionBits+1){!is_zero}};
  assign unshifted = c_significand_i & {(CFractionBits+1){stays}};

  logic [CFractionBits:0] below;  // a one at this place or below it

  for (genvar j = 0; j <= CFractionBits; j++) begin : gen_below
    assign below[j] = |c_significand_i[j:0];
  end

  always_comb begin
    for (int unsigned i = 0; i < TermBits; i++) begin
      small_o[i] = 1'b0;
      if (i >= Highest) small_o[i] = unshifted[i-Highest];
      for (int unsigned j = 0; j <= CFractionBits; j++) begin
        if (Highest + j >= i && Highest + j - i < TermBits) begin
          small_o[i] = small_o[i] | (shifted[j] & at[Highest+j-i]);
        end
      end
    end
    sticky_o = 1'b0;
    for (int unsigned d = Highest + 1; d <= TermBits; d++) begin
      sticky_o = sticky_o | (at[d] & below[d-Highest-1]);
    end
    sticky_o = sticky_o & !is_zero;
  end

  assign large_o = TermBits'(significand_i) << (WindowBits + 2 - ProductBits);

endmodule
