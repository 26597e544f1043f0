// One number of a logarithmic format as sign and logarithm. Twin of models/common/log_operand.h.
//
//   | sign, if any | zero flag, if any | t |     logarithm = t - Bias
module log_operand #(
  parameter  int unsigned LogarithmBits  = 7,   // of t
  parameter  int unsigned TwosComplement = 0,
  parameter  int unsigned Bias           = 64,  // a two's complement number
  parameter  int unsigned Zero           = 0,   // 0 the least t, 1 a flag, 2 there is none
  parameter  int unsigned HasSign        = 1,
  parameter  int unsigned LogBits        = 7,
  localparam int unsigned Width          = HasSign + ((Zero == 1) ? 1 : 0) + LogarithmBits
) (
  input  logic [Width-1:0]   code_i,
  output logic               sign_o,
  output logic [LogBits-1:0] log_o,
  output logic               zero_o
);

  localparam int unsigned WideBits = ((LogBits > LogarithmBits) ? LogBits : LogarithmBits) + 1;

  logic [LogarithmBits-1:0] field;
  logic                     top;
  /* verilator lint_off UNUSEDSIGNAL */  // no logarithm of this format takes these bits
  logic [WideBits-1:0]      wide;
  /* verilator lint_on UNUSEDSIGNAL */

  assign field = code_i[LogarithmBits-1:0];
  assign top   = (TwosComplement != 0) && field[LogarithmBits-1];
  assign wide  = {{(WideBits-LogarithmBits){top}}, field} - Bias[WideBits-1:0];
  assign log_o = wide[LogBits-1:0];

  if (HasSign != 0) begin : gen_sign
    assign sign_o = code_i[Width-1];
  end else begin : gen_no_sign
    assign sign_o = 1'b0;
  end

  if (Zero == 0) begin : gen_least
    localparam logic [LogarithmBits-1:0] Least = {TwosComplement != 0, {(LogarithmBits-1){1'b0}}};
    assign zero_o = field == Least;
  end else if (Zero == 1) begin : gen_flag
    assign zero_o = code_i[LogarithmBits];
  end else begin : gen_none
    assign zero_o = 1'b0;
  end

endmodule
