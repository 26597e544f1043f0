// One log posit as sign and logarithm. A part of elma_mac_unpack.
//
//   | sign | run of like bits, an unlike one | exponent | fraction |
//
// The run of m ones means m - 1, that of m zeros -m. How many of the bits after it are the
// exponent is no matter here: the regime in units of 2^exponent_bits octaves stands above them.
module elma_mac_operand #(
  parameter  int unsigned Width   = 8,
  localparam int unsigned LogBits = elma_mac_pkg::log_bits(Width)
) (
  input  logic [Width-1:0]   code_i,
  output logic               sign_o,
  output logic [LogBits-1:0] log_o,
  output logic               zero_o,
  output logic               nan_o
);

  localparam int unsigned BodyBits   = Width - 1;
  localparam int unsigned RegimeBits = elma_mac_pkg::regime_bits(Width);
  localparam int unsigned CountBits  = $clog2(BodyBits + 1);
  localparam int unsigned TailBits   = Width - 3;

  logic [BodyBits-1:0]   body;
  logic                  ones;
  logic [CountBits-1:0]  run;
  logic [RegimeBits-1:0] regime;
  /* verilator lint_off UNUSEDSIGNAL */  // what the shift brings above the tail
  logic [BodyBits-1:0]   shifted;
  /* verilator lint_on UNUSEDSIGNAL */

  assign body = code_i[BodyBits-1:0];
  assign ones = body[BodyBits-1];

  leading_zeros #(.Width(BodyBits)) u_run (.data_i(body ^ {BodyBits{ones}}), .count_o(run));

  // -m = ~(m - 1) = ~m + 1, and m - 1 = m + ~0.
  if (RegimeBits > CountBits) begin : gen_wide
    assign regime = ({{(RegimeBits-CountBits){1'b0}}, run} ^ {RegimeBits{!ones}})
                  + (ones ? {RegimeBits{1'b1}} : RegimeBits'(1));
  end else begin : gen_equal
    assign regime = (run ^ {RegimeBits{!ones}}) + (ones ? {RegimeBits{1'b1}} : RegimeBits'(1));
  end
  // The least run takes one bit, and the unlike bit one: what follows moves up by the others.
  assign shifted = (body << 1) << run;

  assign sign_o = code_i[Width-1];
  assign log_o  = {regime, shifted[BodyBits-1 -: TailBits]};
  assign zero_o = (body == '0) && !sign_o;
  assign nan_o  = (body == '0) && sign_o;

endmodule
