// The logarithm of a significand, which is the fraction of a log posit. Twin of
// models/convert/convert_log_fraction.h.
//
//   significand  1.xxxxx   the table's index     logarithm  0.yyyyy s     s: anything below
module convert_log_fraction #(
  parameter int unsigned SignificandBits = 4,
  parameter int unsigned KeptBits        = 7
) (
  input  logic [SignificandBits-1:0] significand_i,  // U1.(SignificandBits-1), or 0
  output logic [KeptBits-1:0]        significand_o,  // 1 and the fraction, or 0
  output logic                       sticky_o
);

  logic [KeptBits-1:0] entry;

  if (SignificandBits > 1) begin : gen_table
    convert_log_fraction_table u_table (
      .index_i(significand_i[SignificandBits-2:0]), .entry_o(entry)
    );
  end else begin : gen_power
    assign entry = '0;
  end

  if (KeptBits > 1) begin : gen_fraction
    assign significand_o = {significand_i[SignificandBits-1], entry[KeptBits-1:1]};
  end else begin : gen_no_fraction
    assign significand_o = significand_i[SignificandBits-1];
  end
  assign sticky_o = entry[0];

endmodule
