// z = c + the 32-bit words of a and b, word i shifted up by i, those of b after those of a: a unit
// of wide operands whose every bit counts.
module wide_toy #(
  parameter  int unsigned AWidth      = 200,
  parameter  int unsigned BWidth      = 130,
  parameter  int unsigned CWidth      = 80,
  parameter  int unsigned Cuts        = 0,
  localparam int unsigned UnpackWidth = AWidth + BWidth,
  localparam int unsigned AWords      = (AWidth + 31) / 32,
  localparam int unsigned BWords      = (BWidth + 31) / 32
) (
  input  logic              clk_i,
  input  logic              rst_ni,
  input  logic              valid_i,
  output logic              ready_o,
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  input  logic [CWidth-1:0] c_i,
  output logic              valid_o,
  input  logic              ready_i,
  output logic [CWidth-1:0] z_o
);

  logic                   unpack_valid, fold_valid, unpack_ready;
  logic [UnpackWidth-1:0] unpack_d;
  logic [AWidth-1:0]      fold_a;
  logic [BWidth-1:0]      fold_b;
  logic [CWidth-1:0]      fold_d, fold_c;

  assign unpack_valid = valid_i;
  assign unpack_d     = {a_i, b_i};
  toy_register #(.Width(UnpackWidth + CWidth), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i({unpack_d, c_i}),
    .valid_o(fold_valid), .ready_i(unpack_ready), .data_o({fold_a, fold_b, fold_c})
  );

  logic [32*AWords-1:0] a_words;
  logic [32*BWords-1:0] b_words;
  assign a_words = (32*AWords)'(fold_a);
  assign b_words = (32*BWords)'(fold_b);
  always_comb begin
    fold_d = fold_c;
    for (int unsigned i = 0; i < AWords; i++) begin
      fold_d = fold_d + (CWidth'(a_words[32*i+:32]) << i);
    end
    for (int unsigned i = 0; i < BWords; i++) begin
      fold_d = fold_d + (CWidth'(b_words[32*i+:32]) << (AWords + i));
    end
  end
  toy_register #(.Width(CWidth), .Cut(Cuts[1])) u_fold_register (
    .clk_i, .rst_ni,
    .valid_i(fold_valid), .ready_o(unpack_ready), .data_i(fold_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
