// The codes of a codebook as codes of the format of their values, every lane in a table of its own;
// an operand that is no codebook passes. Twin of models/block_dot/block_dot_lookup.h.
//
//   a_i, b_i  | scales | code lanes-1 | ... | code 0 |
//   data_o    | scales |     value lanes-1     | ... |     value 0     |   of a, below it of b
//
// The tables, block_dot_a_values and block_dot_b_values, are made for the design.
module block_dot_lookup #(
  parameter  int unsigned Lanes     = 4,
  parameter  int unsigned AWidth    = 8,   // of a value
  parameter  int unsigned ACodeBits = 0,   // 0: a has its values itself
  parameter  int unsigned ARestBits = 0,   // of scales, or of whatever stands above the elements
  parameter  int unsigned BWidth    = 8,
  parameter  int unsigned BCodeBits = 0,
  parameter  int unsigned BRestBits = 0,
  localparam int unsigned AInBits   = Lanes * ((ACodeBits != 0) ? ACodeBits : AWidth) + ARestBits,
  localparam int unsigned BInBits   = Lanes * ((BCodeBits != 0) ? BCodeBits : BWidth) + BRestBits,
  localparam int unsigned AOutBits  = Lanes * AWidth + ARestBits,
  localparam int unsigned BOutBits  = Lanes * BWidth + BRestBits
) (
  input  logic [AInBits-1:0]           a_i,
  input  logic [BInBits-1:0]           b_i,
  output logic [AOutBits+BOutBits-1:0] data_o
);

  logic [AOutBits-1:0] a;
  logic [BOutBits-1:0] b;

  assign data_o = {a, b};

  if (ACodeBits != 0) begin : gen_a
    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      block_dot_a_values u_values (
        .index_i(a_i[i*ACodeBits +: ACodeBits]), .entry_o(a[i*AWidth +: AWidth])
      );
    end
    if (ARestBits != 0) begin : gen_rest
      assign a[Lanes*AWidth +: ARestBits] = a_i[Lanes*ACodeBits +: ARestBits];
    end
  end else begin : gen_a_values
    assign a = a_i;
  end

  if (BCodeBits != 0) begin : gen_b
    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      block_dot_b_values u_values (
        .index_i(b_i[i*BCodeBits +: BCodeBits]), .entry_o(b[i*BWidth +: BWidth])
      );
    end
    if (BRestBits != 0) begin : gen_rest
      assign b[Lanes*BWidth +: BRestBits] = b_i[Lanes*BCodeBits +: BRestBits];
    end
  end else begin : gen_b_values
    assign b = b_i;
  end

endmodule
