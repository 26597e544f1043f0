// The quotient of two significands, cut after QuotientBits bits, and whether anything is left: an
// array of restoring rows, each as wide as the divisor and one bit. Twin of
// models/common/significand_divide.h.
//
//   dividend | DivisorBits-1 bits | one bit a row ... | rest |     what is short of bits has zeros
//   row      | remainder | bit |  - divisor  >= 0: quotient bit 1, else as it was
//
// Of a dividend that is longer the rows never see the rest: it can only make the sticky bit.
module significand_divide #(
  parameter int unsigned DividendBits = 24,
  parameter int unsigned DivisorBits  = 4,
  parameter int unsigned QuotientBits = 4
) (
  input  logic [DividendBits-1:0] dividend_i,  // U1.(DividendBits-1)
  input  logic [DivisorBits-1:0]  divisor_i,   // U1.(DivisorBits-1), its top bit set
  output logic [QuotientBits-1:0] quotient_o,  // U1.(QuotientBits-1)
  output logic                    sticky_o
);

  localparam int unsigned UsedBits = DivisorBits - 1 + QuotientBits;

  logic [UsedBits-1:0]    used;
  logic                   rest;
  logic [DivisorBits-1:0] remainder;   // less than the divisor
  logic [DivisorBits:0]   trial;
  /* verilator lint_off UNUSEDSIGNAL */  // that it is less makes one bit 0
  logic [DivisorBits+1:0] difference;  // its top bit: there is less than the divisor
  /* verilator lint_on UNUSEDSIGNAL */

  if (DividendBits > UsedBits) begin : gen_longer
    assign used = dividend_i[DividendBits-1 -: UsedBits];
    assign rest = |dividend_i[DividendBits-UsedBits-1:0];
  end else begin : gen_shorter
    assign used = UsedBits'(dividend_i) << (UsedBits - DividendBits);
    assign rest = 1'b0;
  end

  always_comb begin
    remainder = DivisorBits'(used >> QuotientBits);
    for (int unsigned row = 0; row < QuotientBits; row++) begin
      trial      = {remainder, used[QuotientBits-1-row]};
      difference = {1'b0, trial} - {2'b00, divisor_i};
      remainder  = difference[DivisorBits+1] ? trial[DivisorBits-1:0]
                                             : difference[DivisorBits-1:0];
      quotient_o[QuotientBits-1-row] = !difference[DivisorBits+1];
    end
    sticky_o = rest || |remainder;
  end

endmodule
