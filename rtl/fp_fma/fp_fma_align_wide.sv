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
  localparam int unsigned TermBits            = WindowBits + AboveBits + 1
) (
  input  logic [ProductExponentBits-1:0] exponent_i,
  input  logic [ProductBits-1:0]         significand_i,
  input  logic [CExponentBits-1:0]       c_exponent_i,
  input  logic [CFractionBits:0]         c_significand_i,
  output logic [ExponentBits-1:0]        exponent_o,  // of the bit below the addend's units
  output logic [TermBits-1:0]            large_o,
  output logic [TermBits-1:0]            small_o,
  output logic                           sticky_o
);

  localparam int unsigned Wider =
      format_pkg::maximum(ProductExponentBits, format_pkg::bit_length(128'(AboveBits)) + 1);
  localparam int unsigned DifferenceBits = format_pkg::maximum(Wider, CExponentBits + 1) + 2;
  localparam int unsigned Highest        = TermBits - 1 - CFractionBits;  // where the addend begins

  logic [DifferenceBits-1:0] start, distance;
  logic                      stays;  // the addend is as high as the window goes, or higher
  logic [TermBits:0]         at;     // by how far it is shifted; the last one: all out

  assign start      = DifferenceBits'($signed(exponent_i)) + DifferenceBits'(AboveBits);
  assign distance   = start - DifferenceBits'(c_exponent_i);
  assign stays      = distance[DifferenceBits-1];
  assign exponent_o = (stays ? ExponentBits'(c_exponent_i) : ExponentBits'(start))
                      - ExponentBits'(1);

  for (genvar d = 0; d < TermBits; d++) begin : gen_distance
    if (d == 0) begin : gen_none
      assign at[d] = stays || distance == '0;
    end else begin : gen_some
      assign at[d] = distance == DifferenceBits'(d);
    end
  end
  assign at[TermBits] = !stays && distance >= DifferenceBits'(TermBits);

  always_comb begin
    for (int unsigned i = 0; i < TermBits; i++) begin
      small_o[i] = 1'b0;
      for (int unsigned j = 0; j <= CFractionBits; j++) begin
        if (Highest + j >= i && Highest + j - i < TermBits) begin
          small_o[i] = small_o[i] | (c_significand_i[j] & at[Highest+j-i]);
        end
      end
    end
    sticky_o = 1'b0;
    for (int unsigned d = Highest + 1; d <= TermBits; d++) begin
      for (int unsigned j = 0; j <= CFractionBits; j++) begin
        if (Highest + j < d) sticky_o = sticky_o | (c_significand_i[j] & at[d]);
      end
    end
  end

  assign large_o = TermBits'(significand_i) << (WindowBits + 2 - ProductBits);

endmodule
