// The sum as a code: its leading one and the bits below, to nearest even; and their logarithm in
// steps, from a table. Twin of models/log_mac/log_mac_read.h.
//
//   | octave | 0 ... 0 |         the logarithm, plus what the table has for the bits below the one
module log_mac_read #(
  parameter  int unsigned SumBits        = 45,
  parameter  int unsigned LeastExponent  = 32'hffff_ffe8,  // of bit 0; a two's complement number
  parameter  int unsigned FractionBits   = 3,   // of logarithms
  parameter  int unsigned ReadBits       = 5,
  parameter  int unsigned LogEntryBits   = 4,
  parameter  int unsigned LogarithmBits  = 7,   // of t
  parameter  int unsigned TwosComplement = 0,
  parameter  int unsigned Bias           = 64,
  parameter  int unsigned Zero           = 0,
  parameter  int unsigned HasSign        = 1,
  parameter  int unsigned ReadsBack      = 1,   // 0: there is no code, and all of this is wires
  localparam int unsigned Width          = HasSign + ((Zero == 1) ? 1 : 0) + LogarithmBits,
  localparam int unsigned ZBits          = SumBits + ((ReadsBack != 0) ? Width : 0)
) (
  input  logic [SumBits-1:0] sum_i,
  output logic [ZBits-1:0]   z_o
);

  if (ReadsBack == 0) begin : gen_no_code
    assign z_o = sum_i;
  end else begin : gen_code
    localparam int unsigned CountBits  = $clog2(SumBits + 1);
    localparam int unsigned Below      = LeastExponent[31] ? 0 - LeastExponent : LeastExponent;
    localparam int unsigned OctaveBits = $clog2(SumBits + Below + 2) + 1;
    localparam int unsigned LogBits    = OctaveBits + FractionBits;
    localparam logic [OctaveBits-1:0] TopOctave =
        OctaveBits'(SumBits - 1) + LeastExponent[OctaveBits-1:0];

    logic                    negative, empty;
    logic [SumBits-1:0]      magnitude;
    logic [CountBits-1:0]    count;
    logic [ReadBits:0]       rounded;
    logic [LogEntryBits-1:0] entry;
    logic [OctaveBits-1:0]   octave;
    logic [Width-1:0]        code;

    assign negative  = sum_i[SumBits-1];
    assign magnitude = (sum_i ^ {SumBits{negative}}) + {{(SumBits-1){1'b0}}, negative};
    assign empty     = (magnitude == '0) || (negative && (HasSign == 0));

    leading_bits #(.Width(SumBits), .Bits(ReadBits)) u_leading_bits (
      .magnitude_i(magnitude), .count_o(count), .rounded_o(rounded)
    );

    log_mac_read_table u_table (.index_i(rounded[ReadBits-1:0]), .entry_o(entry));

    assign octave = TopOctave - OctaveBits'(count) + OctaveBits'(rounded[ReadBits]);

    log_round #(
      .LogBits(LogBits), .CorrectionBits(LogEntryBits), .GuardBits(0),
      .LogarithmBits(LogarithmBits), .TwosComplement(TwosComplement), .Bias(Bias), .Zero(Zero),
      .HasSign(HasSign)
    ) u_code (
      .sign_i(negative), .log_i({octave, {FractionBits{1'b0}}}), .subtract_i(1'b0),
      .zero_i(empty), .correction_i(entry), .z_o(code)
    );
    assign z_o = {code, sum_i};
  end

endmodule
