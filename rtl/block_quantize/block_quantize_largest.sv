// The greatest key of the block, and of each of its sub-blocks. Twin of
// models/block_quantize/block_quantize_largest.h.
//
//   | exponent field | top fraction bits | OR of the rest
module block_quantize_largest #(
  parameter  int unsigned Lanes           = 32,
  parameter  int unsigned ExponentBits    = 8,
  parameter  int unsigned SignificandBits = 24,
  parameter  int unsigned KeyFractionBits = 0,
  parameter  int unsigned KeyHasRest      = 0,
  parameter  int unsigned MicroLanes      = 0,   // of a sub-block; 0: there are none
  localparam int unsigned KeyBits         = ExponentBits + KeyFractionBits + KeyHasRest,
  localparam int unsigned SubBlocks       = (MicroLanes != 0) ? Lanes / MicroLanes : 1
) (
  input  logic [Lanes*ExponentBits-1:0]    exponent_i,
  /* verilator lint_off UNUSEDSIGNAL */  // the key has the part of it that the scale depends on
  input  logic [Lanes*SignificandBits-1:0] significand_i,
  /* verilator lint_on UNUSEDSIGNAL */
  output logic [KeyBits-1:0]               key_o,
  output logic [SubBlocks*KeyBits-1:0]     micro_key_o   // the block's, where there are none
);

  localparam int unsigned FractionBits = SignificandBits - 1;
  localparam int unsigned Below        = FractionBits - KeyFractionBits;

  logic [Lanes*KeyBits-1:0] key;

  for (genvar i = 0; i < Lanes; i++) begin : gen_lane
    logic                    hidden;
    logic [ExponentBits-1:0] field;

    assign hidden = significand_i[i*SignificandBits + FractionBits];
    assign field  = exponent_i[i*ExponentBits +: ExponentBits] & {ExponentBits{hidden}};
    assign key[i*KeyBits + KeyBits-1 -: ExponentBits] = field;
    if (KeyFractionBits > 0) begin : gen_fraction
      assign key[i*KeyBits + KeyHasRest +: KeyFractionBits] =
          significand_i[i*SignificandBits + Below +: KeyFractionBits];
    end
    if (KeyHasRest != 0) begin : gen_rest
      assign key[i*KeyBits] = |significand_i[i*SignificandBits +: Below];
    end
  end

  if (MicroLanes != 0) begin : gen_sub_blocks
    for (genvar i = 0; i < SubBlocks; i++) begin : gen_sub_block
      greatest #(.Count(MicroLanes), .Width(KeyBits)) u_greatest (
        .data_i(key[i*MicroLanes*KeyBits +: MicroLanes*KeyBits]),
        .data_o(micro_key_o[i*KeyBits +: KeyBits])
      );
    end
    greatest #(.Count(SubBlocks), .Width(KeyBits)) u_greatest (
      .data_i(micro_key_o), .data_o(key_o)
    );
  end else begin : gen_block
    greatest #(.Count(Lanes), .Width(KeyBits)) u_greatest (
      .data_i(key), .data_o(key_o)
    );
    assign micro_key_o = key_o;
  end

endmodule
