// The sum of the number's code grows by it; the others stay. Twin of models/code_sums/code_sums_add.h.
// One adder: the code picks its sum, and says which one takes the adder's result.
module code_sums_add #(
  parameter  int unsigned AWidth   = 4,
  parameter  int unsigned TermBits = 8,
  parameter  int unsigned SumBits  = 20,
  parameter  int unsigned FlagBits = 0,
  parameter  int unsigned Adder    = 0,
  localparam int unsigned Codes    = 1 << AWidth,
  localparam int unsigned WordBits = Codes * SumBits + FlagBits
) (
  input  logic [AWidth-1:0]   code_i,
  input  logic [TermBits-1:0] term_i,
  input  logic                nan_i,
  input  logic [WordBits-1:0] addend_i,  // all sums, that of code 0 lowest, the flag above them
  output logic [WordBits-1:0] z_o
);

  logic [SumBits-1:0] chosen, grows, total;
  logic [Codes-1:0]   is_code;
  logic               unused_carry;

  for (genvar i = 0; i < Codes; i++) begin : gen_code
    assign is_code[i] = code_i == AWidth'(i);
    assign z_o[i*SumBits +: SumBits] = is_code[i] ? total : addend_i[i*SumBits +: SumBits];
  end

  always_comb begin
    chosen = '0;
    for (int unsigned i = 0; i < Codes; i++) begin
      chosen |= addend_i[i*SumBits +: SumBits] & {SumBits{is_code[i]}};
    end
  end

  assign grows = SumBits'($signed(term_i));
  adder #(.Width(SumBits), .Architecture(Adder)) u_adder (
    .a_i(chosen), .b_i(grows), .carry_i(1'b0), .sum_o(total),
    .carry_o(unused_carry)
  );

  if (FlagBits > 0) begin : gen_flag
    assign z_o[WordBits-1] = addend_i[WordBits-1] || nan_i;
  end else begin : gen_no_flag
    logic unused_nan;
    assign unused_nan = nan_i;
  end

endmodule
