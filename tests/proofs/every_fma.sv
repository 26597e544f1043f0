// fp_fma, as `unit`, beside plain_fma: `ours_o` and `plain_o` are proven equal. One format, of IEEE
// 754's kind, for all operands; a rounding, or the port with the values that have a meaning.
module every_fma #(
  parameter int unsigned ExponentBits = 5,
  parameter int unsigned FractionBits = 10,
  parameter int unsigned Rounding     = 7,
  parameter int unsigned Flags        = 1,
  parameter int unsigned Path         = 0,
  localparam int unsigned Bits        = 1 + ExponentBits + FractionBits
) (
  input  logic [Bits-1:0] a_i,
  input  logic [Bits-1:0] b_i,
  input  logic [Bits-1:0] c_i,
  input  logic [2:0]      mode_i,
  output logic [Bits+4:0] ours_o,
  output logic [Bits+4:0] plain_o
);

  logic [2:0] mode;
  logic [4:0] ours_flags, plain_flags;

  assign mode = (Rounding != 7) ? 3'(Rounding) : mode_i[2] ? 3'b100 : mode_i;
  unit u_ours (
    .clk_i(1'b0), .rst_ni(1'b1), .valid_i(1'b1), .ready_i(1'b1), .a_i, .b_i, .c_i,
    .rounding_i((Rounding == 7) ? mode : 3'b000), .z_o(ours_o[Bits+4:5]), .flags_o(ours_flags)
  );
  plain_fma #(
    .ExponentBits(ExponentBits), .FractionBits(FractionBits), .Normalized(Path == 0)
  ) u_plain (.a_i, .b_i, .c_i, .mode_i(mode), .z_o(plain_o[Bits+4:5]), .flags_o(plain_flags));
  assign ours_o[4:0]  = (Flags != 0) ? ours_flags : 5'b00000;
  assign plain_o[4:0] = (Flags != 0) ? plain_flags : 5'b00000;

endmodule
