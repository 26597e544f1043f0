// z = the posit nearest to a quire. Twin of models/posit_quire_round/posit_quire_round_laws.h. Bit
// i of Cuts puts a register after stage i.
module posit_quire_round #(
  parameter  int unsigned AWidth        = 8,   // of the posit whose quire it is
  parameter  int unsigned AExponentSize = 2,
  parameter  int unsigned CWidth        = 8,
  parameter  int unsigned CExponentSize = 2,
  parameter  int unsigned Adder         = 0,
  parameter  int unsigned Cuts          = 0,
  localparam int unsigned QuireBits     = posit_pkg::quire_bits(AWidth, AExponentSize)
) (
  input  logic               clk_i,
  input  logic               rst_ni,
  input  logic               valid_i,
  output logic               ready_o,
  input  logic [QuireBits:0] a_i,      // its flag NaR on top
  input  logic               b_i,      // no operand
  output logic               valid_o,
  input  logic               ready_i,
  output logic [CWidth-1:0]  z_o
);

  localparam int QuireScale = -2 * posit_pkg::greatest_scale(AWidth, AExponentSize);  // of bit 0
  localparam int TopScale   = QuireScale + $signed(QuireBits) - 1;
  localparam int unsigned KeptBits       = posit_pkg::kept_bits(CWidth, CExponentSize);
  localparam int unsigned NormalizedBits = format_pkg::range_bits(QuireScale - 1, TopScale);

  // The concatenations that registers hold, most significant first:
  //   unpack      sign magnitude nar
  //   normalize   sign scale significand sticky nar
  localparam int unsigned UnpackBits    = 2 + QuireBits;
  localparam int unsigned NormalizeBits = 3 + NormalizedBits + KeptBits;

  logic unpack_valid, normalize_valid, round_valid;
  logic normalize_ready, round_ready, unused_operand;
  logic [UnpackBits-1:0]    unpack_d, normalize_in;
  logic [NormalizeBits-1:0] normalize_d, round_in;
  logic [CWidth-1:0]        round_d;

  assign unused_operand = b_i;

  // unpack
  assign unpack_valid = valid_i;
  posit_quire_round_unpack #(.QuireBits(QuireBits), .Adder(Adder)) u_unpack (
    .a_i, .sign_o(unpack_d[UnpackBits-1]), .magnitude_o(unpack_d[1 +: QuireBits]),
    .nar_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_in)
  );

  // normalize
  posit_quire_round_normalize #(
    .QuireBits(QuireBits), .TopScale(TopScale), .NormalizedBits(NormalizedBits),
    .KeptBits(KeptBits)
  ) u_normalize (
    .sign_i(normalize_in[UnpackBits-1]), .magnitude_i(normalize_in[1 +: QuireBits]),
    .nar_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .scale_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[2 +: KeptBits]), .sticky_o(normalize_d[1]), .nar_o(normalize_d[0])
  );
  stage_register #(.Width(NormalizeBits), .Cut(Cuts[1])) u_normalize_register (
    .clk_i, .rst_ni,
    .valid_i(normalize_valid), .ready_o(normalize_ready), .data_i(normalize_d),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_in)
  );

  // round
  posit_round #(
    .Width(CWidth), .ExponentSize(CExponentSize), .ScaleBits(NormalizedBits)
  ) u_round (
    .sign_i(round_in[NormalizeBits-1]), .scale_i(round_in[NormalizeBits-2 -: NormalizedBits]),
    .significand_i(round_in[2 +: KeptBits]), .sticky_i(round_in[1]), .nar_i(round_in[0]),
    .z_o(round_d)
  );
  stage_register #(.Width(CWidth), .Cut(Cuts[2])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
