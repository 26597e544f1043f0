// The operand, a logarithm or a log posit, as sign and logarithm in steps. Twin of
// models/convert/convert_log_unpack.h.
//
//   log posit   | sign | a positive posit's body |     its scale and fraction are the logarithm's
module convert_log_unpack #(
  parameter  int unsigned ALogarithmBits  = 7,
  parameter  int unsigned ATwosComplement = 0,
  parameter  int unsigned ABias           = 64,
  parameter  int unsigned AZero           = 0,
  parameter  int unsigned AHasSign        = 1,
  parameter  int unsigned ALogBits        = 7,
  parameter  int unsigned APositWidth     = 0,  // of a log posit; 0: a logarithm
  parameter  int unsigned APositExponentSize = 0,  // of that
  parameter  int unsigned LogBits         = 7,  // at least as many as ALogBits
  localparam int unsigned Width           =
      (APositWidth != 0) ? APositWidth : AHasSign + ((AZero == 1) ? 1 : 0) + ALogarithmBits
) (
  input  logic [Width-1:0]   a_i,
  output logic               sign_o,
  output logic [LogBits-1:0] log_o,
  output logic               zero_o,  // NaR too
  output logic               nan_o
);

  if (APositWidth != 0) begin : gen_log_posit
    localparam int unsigned Bits      = posit_pkg::significand_bits(APositWidth, APositExponentSize);
    localparam int unsigned ScaleBits = posit_pkg::scale_bits(APositWidth, APositExponentSize);

    logic                 unused_sign, unused_nar;
    logic [ScaleBits-1:0] scale;
    logic [Bits-1:0]      significand;

    posit_operand #(.Width(APositWidth), .ExponentSize(APositExponentSize)) u_operand (
      .code_i({1'b0, a_i[Width-2:0]}), .sign_o(unused_sign), .scale_o(scale),
      .significand_o(significand), .nar_o(unused_nar)
    );
    if (Bits > 1) begin : gen_fraction
      assign log_o = {scale, significand[Bits-2:0]};
    end else begin : gen_no_fraction
      assign log_o = scale;
    end
    assign sign_o = a_i[Width-1];
    assign zero_o = !significand[Bits-1];
    assign nan_o  = sign_o && zero_o;
  end else begin : gen_logarithm
    logic [ALogBits-1:0] log;

    log_operand #(
      .LogarithmBits(ALogarithmBits), .TwosComplement(ATwosComplement), .Bias(ABias),
      .Zero(AZero), .HasSign(AHasSign), .LogBits(ALogBits)
    ) u_operand (.code_i(a_i), .sign_o, .log_o(log), .zero_o);

    assign log_o = LogBits'($signed(log));
    assign nan_o = 1'b0;
  end

endmodule
