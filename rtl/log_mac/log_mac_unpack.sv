// Both numbers as sign and logarithm, or what stands for one of double-base numbers. Twin of
// models/log_mac/log_mac_unpack.h.
module log_mac_unpack #(
  parameter  int unsigned ALogarithmBits  = 7,
  parameter  int unsigned ATwosComplement = 0,
  parameter  int unsigned ABias           = 64,
  parameter  int unsigned AZero           = 0,
  parameter  int unsigned AHasSign        = 1,
  parameter  int unsigned ALogBits        = 7,
  parameter  int unsigned AThreeBits      = 0,  // of double-base numbers; 0: logarithms
  parameter  int unsigned BLogarithmBits  = 7,
  parameter  int unsigned BTwosComplement = 0,
  parameter  int unsigned BBias           = 64,
  parameter  int unsigned BZero           = 0,
  parameter  int unsigned BHasSign        = 1,
  parameter  int unsigned BLogBits        = 7,
  parameter  int unsigned BThreeBits      = 0,  // of double-base numbers; 0: logarithms
  localparam int unsigned AWidth          = AHasSign + ((AZero == 1) ? 1 : 0) + ALogarithmBits,
  localparam int unsigned BWidth          = BHasSign + ((BZero == 1) ? 1 : 0) + BLogarithmBits
) (
  input  logic [AWidth-1:0]   a_i,
  input  logic [BWidth-1:0]   b_i,
  output logic                a_sign_o,
  output logic [ALogBits-1:0] a_log_o,
  output logic                a_zero_o,
  output logic                a_nan_o,   // of logarithms never
  output logic                b_sign_o,
  output logic [BLogBits-1:0] b_log_o,
  output logic                b_zero_o,
  output logic                b_nan_o
);

  if (AThreeBits > 0) begin : gen_a_double_base
    double_base_operand #(
      .TwoBits(ALogarithmBits - AThreeBits), .ThreeBits(AThreeBits), .LogBits(ALogBits)
    ) u_a (
      .code_i(a_i), .sign_o(a_sign_o), .log_o(a_log_o), .zero_o(a_zero_o), .nan_o(a_nan_o)
    );
  end else begin : gen_a_logarithm
    log_operand #(
      .LogarithmBits(ALogarithmBits), .TwosComplement(ATwosComplement), .Bias(ABias),
      .Zero(AZero), .HasSign(AHasSign), .LogBits(ALogBits)
    ) u_a (.code_i(a_i), .sign_o(a_sign_o), .log_o(a_log_o), .zero_o(a_zero_o));
    assign a_nan_o = 1'b0;
  end

  if (BThreeBits > 0) begin : gen_b_double_base
    double_base_operand #(
      .TwoBits(BLogarithmBits - BThreeBits), .ThreeBits(BThreeBits), .LogBits(BLogBits)
    ) u_b (
      .code_i(b_i), .sign_o(b_sign_o), .log_o(b_log_o), .zero_o(b_zero_o), .nan_o(b_nan_o)
    );
  end else begin : gen_b_logarithm
    log_operand #(
      .LogarithmBits(BLogarithmBits), .TwosComplement(BTwosComplement), .Bias(BBias),
      .Zero(BZero), .HasSign(BHasSign), .LogBits(BLogBits)
    ) u_b (.code_i(b_i), .sign_o(b_sign_o), .log_o(b_log_o), .zero_o(b_zero_o));
    assign b_nan_o = 1'b0;
  end

endmodule
