// The logarithm of a number in steps: those of its scale, and of its significand by a table. Twin
// of models/convert/convert_logarithm.h.
module convert_logarithm #(
  parameter int unsigned ScaleBits       = 6,
  parameter int unsigned SignificandBits = 4,
  parameter int unsigned Steps           = 8,  // an octave
  parameter int unsigned EntryBits       = 3,
  parameter int unsigned LogBits         = 9
) (
  input  logic                       sign_i,
  input  logic [ScaleBits-1:0]       scale_i,
  input  logic [SignificandBits-1:0] significand_i,  // U1.(SignificandBits-1), or 0
  input  logic                       nan_i,
  input  logic                       infinity_i,
  output logic                       sign_o,
  output logic [LogBits-1:0]         log_o,  // of zero and of what is no number of no meaning
  output logic                       zero_o,
  output logic                       infinity_o
);

  // Wide enough for all that is multiplied, whatever the target's range.
  localparam int unsigned WideBits =
      format_pkg::maximum(LogBits, ScaleBits + format_pkg::bit_length(128'(Steps)) + 1);

  logic [EntryBits-1:0] entry;
  /* verilator lint_off UNUSEDSIGNAL */  // its top bits repeat the sign
  logic [WideBits-1:0]  log;
  /* verilator lint_on UNUSEDSIGNAL */

  if (SignificandBits > 1) begin : gen_table
    convert_logarithm_table u_table (
      .index_i(significand_i[SignificandBits-2:0]), .entry_o(entry)
    );
  end else begin : gen_power
    assign entry = '0;
  end

  if ((Steps & (Steps - 1)) == 0) begin : gen_place
    assign log = (WideBits'($signed(scale_i)) << $clog2(Steps)) + WideBits'(entry);
  end else begin : gen_product
    assign log = WideBits'($signed(scale_i)) * WideBits'(Steps) + WideBits'(entry);
  end

  assign sign_o     = sign_i;
  assign log_o      = log[LogBits-1:0];
  assign zero_o     = nan_i || (!significand_i[SignificandBits-1] && !infinity_i);
  assign infinity_o = infinity_i;

endmodule
