// Rounds each term, then adds neighbours, rounding each sum, until one is left: terms 0 and 1, 2 and
// 3, ...; the odd one at the end of a level goes on to the next.
// Twin of models/block_dot/block_dot_tree.h.
//
//   in    | sign | exponent | magnitude | flags |         of all terms
module block_dot_tree #(
  parameter int unsigned Enable           = 1,   // else data_o = data_i
  parameter int unsigned Terms            = 2,
  parameter int unsigned TermExponentBits = 5,
  parameter int unsigned MagnitudeBits    = 8,
  parameter int unsigned TermFractionBits = 6,
  parameter int unsigned FlagBits         = 0,
  parameter int unsigned Offset           = 0,
  parameter int unsigned IntegerBits      = 2,
  parameter int unsigned FractionBits     = 24,
  parameter int unsigned ExponentBits     = 8,
  parameter int unsigned CExponentBits    = 8,
  parameter int unsigned CFractionBits    = 23,
  parameter int unsigned CSpecials        = 0,
  parameter int unsigned ZeroIsNegative   = 0,
  parameter int unsigned Rounding         = 0,
  parameter int unsigned Overflow         = 0,
  parameter int unsigned FlushInputs      = 0,   // of nodes
  parameter int unsigned FlushOutputs     = 0,
  parameter int unsigned Adder            = 0,
  parameter int unsigned InBits           = 28,
  parameter int unsigned OutBits          = 32
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    assign data_o = data_i[OutBits-1:0];
  end else begin : gen_tree
    localparam int unsigned MagnitudePlace = Terms * FlagBits;
    localparam int unsigned ExponentPlace  = MagnitudePlace + Terms * MagnitudeBits;
    localparam int unsigned SignPlace      = ExponentPlace + Terms * TermExponentBits;
    localparam int unsigned LeafBits       = 1 + TermExponentBits + MagnitudeBits + FlagBits;

    logic [Terms*OutBits-1:0] leaves;

    for (genvar t = 0; t < Terms; t++) begin : gen_leaf
      logic [LeafBits-1:0] term;

      assign term[LeafBits-1]                   = data_i[SignPlace + t];
      assign term[FlagBits +: MagnitudeBits]    =
          data_i[MagnitudePlace + t*MagnitudeBits +: MagnitudeBits];
      if (TermExponentBits > 0) begin : gen_exponent
        assign term[FlagBits+MagnitudeBits +: TermExponentBits] =
            data_i[ExponentPlace + t*TermExponentBits +: TermExponentBits];
      end
      if (FlagBits > 0) begin : gen_flags
        assign term[0 +: FlagBits] = data_i[t*FlagBits +: FlagBits];
      end
      block_dot_leaf #(
        .TermExponentBits(TermExponentBits), .MagnitudeBits(MagnitudeBits),
        .TermFractionBits(TermFractionBits), .FlagBits(FlagBits), .Offset(Offset),
        .IntegerBits(IntegerBits), .FractionBits(FractionBits), .ExponentBits(ExponentBits),
        .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .CSpecials(CSpecials),
        .ZeroIsNegative(ZeroIsNegative), .Rounding(Rounding), .Overflow(Overflow),
        .FlushOutputs(FlushOutputs), .Adder(Adder), .InBits(LeafBits)
      ) u_leaf (.data_i(term), .z_o(leaves[t*OutBits +: OutBits]));
    end

    block_dot_nodes #(
      .Terms(Terms), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
      .CSpecials(CSpecials), .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
      .FlushOutputs(FlushOutputs), .Adder(Adder)
    ) u_nodes (.terms_i(leaves), .z_o(data_o));
  end

endmodule
