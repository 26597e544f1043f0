// The correction of the larger term's logarithm: a point on its segment's line; the segment's base
// less a fall from a table of them; or Mitchell's lines where there are no tables.
// Twin of models/common/log_refine.h.
module log_refine #(
  parameter  int unsigned LogBits        = 7,
  parameter  int unsigned BaseBits       = 5,
  parameter  int unsigned SlopeBits      = 1,
  parameter  int unsigned RestBits       = 1,
  parameter  int unsigned HasRest        = 0,
  parameter  int unsigned Bipartite      = 0,  // slope_i is what the line falls
  parameter  int unsigned Mitchell       = 0,
  parameter  int unsigned FractionBits   = 3,
  parameter  int unsigned GuardBits      = 0,
  parameter  int unsigned CorrectionBits = 5
) (
  input  logic                      sign_i,
  input  logic [LogBits-1:0]        log_i,
  input  logic                      subtract_i,
  input  logic                      near_i,
  input  logic                      zero_i,
  input  logic [BaseBits-1:0]       base_i,
  input  logic [SlopeBits-1:0]      slope_i,
  input  logic [RestBits-1:0]       rest_i,
  output logic                      sign_o,
  output logic [LogBits-1:0]        log_o,
  output logic                      subtract_o,
  output logic                      zero_o,
  output logic [CorrectionBits-1:0] correction_o  // in 2^-GuardBits of a step
);

  logic [CorrectionBits-1:0] correction;

  assign sign_o       = sign_i;
  assign log_o        = log_i;
  assign subtract_o   = subtract_i;
  assign zero_o       = zero_i;
  assign correction_o = correction & {CorrectionBits{near_i}};

  if (Mitchell != 0) begin : gen_mitchell
    logic unused_tables;
    assign unused_tables = ^base_i ^ ^slope_i;

    log_mitchell #(
      .FractionBits(FractionBits), .GuardBits(GuardBits), .DistanceBits(RestBits),
      .CorrectionBits(CorrectionBits)
    ) u_mitchell (.distance_i(rest_i), .subtract_i, .correction_o(correction));
  end else if (HasRest != 0) begin : gen_line
    localparam int unsigned ProductBits = SlopeBits + RestBits;

    /* verilator lint_off UNUSEDSIGNAL */  // below a guard bit
    logic [ProductBits-1:0] product;
    /* verilator lint_on UNUSEDSIGNAL */

    assign product    = ProductBits'(slope_i) * ProductBits'(rest_i);
    assign correction = base_i - BaseBits'(product[ProductBits-1:RestBits]);
  end else if (Bipartite != 0) begin : gen_fall
    logic unused_rest;
    assign unused_rest = ^rest_i;
    assign correction  = base_i - BaseBits'(slope_i);
  end else begin : gen_point
    logic unused_line;
    assign unused_line = ^slope_i ^ ^rest_i;
    assign correction  = base_i;
  end

endmodule
