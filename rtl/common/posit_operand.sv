// One posit as sign, scale and significand. Twin of models/common/posit_operand.h.
//
//   magnitude | r | r ... r | !r | exponent | fraction |       r: the run of the regime
//             |   | 0 ... 0 | 1  | ...                         without the first bit, XOR r: zeros
//   shifted   |   | !r | exponent | fraction | 0 ...           left by the count of these
//
//   regime = count where r is 1, -1 - count = ~count where it is 0; count is one less than the run.
module posit_operand #(
  parameter  int unsigned Width        = 8,
  parameter  int unsigned ExponentSize = 2,
  localparam int unsigned Bits      = posit_pkg::significand_bits(Width, ExponentSize),
  localparam int unsigned ScaleBits = posit_pkg::scale_bits(Width, ExponentSize)
) (
  input  logic [Width-1:0]     code_i,
  output logic                 sign_o,
  output logic [ScaleBits-1:0] scale_o,        // two's complement
  output logic [Bits-1:0]      significand_o,  // U1.(Bits-1), in [1, 2); 0 of 0 and NaR
  output logic                 nar_o
);

  localparam int unsigned CountBits   = posit_pkg::count_bits(Width);
  localparam int unsigned BehindBits  = Width - 2;  // all behind the first bit of the run
  // With room for an exponent and a fraction bit whatever the width.
  localparam int unsigned ShiftedBits = BehindBits + ExponentSize + 1;

  logic [Width-2:0]       magnitude;
  logic                   ones, nonzero;
  logic [CountBits-1:0]   count;
  /* verilator lint_off UNUSEDSIGNAL */  // the run's end, and room that the code does not need
  logic [ShiftedBits-1:0] shifted;
  /* verilator lint_on UNUSEDSIGNAL */

  assign sign_o    = code_i[Width-1];
  assign magnitude = (code_i[Width-2:0] ^ {(Width-1){sign_o}}) + (Width-1)'(sign_o);
  assign nonzero   = code_i[Width-2:0] != '0;
  assign nar_o     = sign_o && !nonzero;
  assign ones      = magnitude[Width-2];

  leading_zeros #(.Width(BehindBits)) u_run (
    .data_i(magnitude[BehindBits-1:0] ^ {BehindBits{ones}}), .count_o(count)
  );
  assign shifted = {magnitude[BehindBits-1:0], {(ExponentSize+1){1'b0}}} << count;

  if (ExponentSize > 0) begin : gen_exponent
    assign scale_o = {!ones, count ^ {CountBits{!ones}}, shifted[ShiftedBits-2 -: ExponentSize]};
  end else begin : gen_no_exponent
    assign scale_o = {!ones, count ^ {CountBits{!ones}}};
  end
  if (Bits > 1) begin : gen_fraction
    assign significand_o = {nonzero, shifted[ShiftedBits-2-ExponentSize -: Bits-1]};
  end else begin : gen_no_fraction
    assign significand_o = nonzero;
  end

endmodule
