// Unpacks the addend and brings both terms into one window. Twin of models/fp_fma/fp_fma_align.h.
//
// Single path: sorts product and addend by exponent, and shifts the lower one right. Both terms are
// U2.WindowBits:
//
//   product   | 2 | 1 | fraction ............ | 0 ... |      in [1, 4)
//   addend    | 0 | 1 | fraction ........ | 0 ....... |      in [1, 2), or subnormal
//   small     | 0 ... 0 | the lower of them | .|...          bits beyond the window: sticky_o
//
// Dual path: the addend begins AboveBits above the product and is shifted right to its place, which
// needs no more of the product than its exponent. Both terms are U(AboveBits+1).WindowBits:
//
//   large     | 0 ................... | 2 | 1 | fraction of the product ..... | 0 ... |
//   small     | 0 ... | 1 | fraction of the addend | 0 ...               bits beyond: sticky_o
module fp_fma_align #(
  parameter  int unsigned ProductBits         = 8,
  parameter  int unsigned ProductExponentBits = 7,
  parameter  int unsigned CExponentBits       = 5,
  parameter  int unsigned CFractionBits       = 10,
  parameter  int unsigned CSpecials           = 0,
  parameter  int unsigned FlushInputs         = 0,
  parameter  int unsigned Flags               = 0,
  parameter  int unsigned WindowBits          = 12,
  parameter  int unsigned AboveBits           = 0,   // dual path
  parameter  int unsigned ExponentBits        = 6,
  parameter  int unsigned Path                = 0,
  // Dual path: take the exponents of the operands, before they are added.
  parameter  int unsigned ASignedBits         = 6,
  parameter  int unsigned BSignedBits         = 6,
  parameter  int unsigned ExponentOffset      = 0,
  parameter  int unsigned Adder               = 0,
  parameter  int unsigned Early               = 0,
  parameter  int unsigned WideDistanceBits    = 9,
  localparam int unsigned CBits               = 1 + CExponentBits + CFractionBits,
  localparam int unsigned TermBits            = WindowBits + ((Path != 0) ? AboveBits + 1 : 2)
) (
  input  logic                           sign_i,
  input  logic [ProductExponentBits-1:0] exponent_i,
  input  logic [ProductBits-1:0]         significand_i,
  input  logic                           nan_i,
  input  logic                           infinity_i,
  input  logic [ASignedBits-1:0]         a_exponent_i,
  input  logic [BSignedBits-1:0]         b_exponent_i,
  input  logic                           zero_i,           // the product is
  input  logic [CBits-1:0]               addend_i,
  output logic                           sign_o,           // of the large term
  output logic                           subtract_o,       // the small term has the other sign
  output logic [ExponentBits-1:0]        exponent_o,       // of the large term's units; 1 ...
  output logic [TermBits-1:0]            large_o,
  output logic [TermBits-1:0]            small_o,
  output logic                           sticky_o,
  output logic                           nan_o,
  output logic                           infinity_o,       // with nan_o: the operation is invalid
  output logic                           infinity_sign_o
);

  localparam int unsigned DifferenceBits =
      format_pkg::maximum(ProductExponentBits, CExponentBits + 1) + 1;
  localparam int unsigned DistanceBits = $clog2(TermBits + 1);

  logic                      c_sign, c_nan, c_infinity;
  logic [CExponentBits-1:0]  c_exponent;
  logic [CFractionBits:0]    c_significand;

  operand_unpack #(
    .Width(CBits), .ExponentBits(CExponentBits), .FractionBits(CFractionBits), .Specials(CSpecials),
    .Flush(FlushInputs), .Signals(Flags)
  ) u_addend (
    .code_i(addend_i), .sign_o(c_sign), .exponent_o(c_exponent), .significand_o(c_significand),
    .nan_o(c_nan), .infinity_o(c_infinity)
  );

  assign subtract_o = sign_i ^ c_sign;

  if (Path != 0) begin : gen_dual
    fp_fma_align_wide #(
      .ProductBits(ProductBits), .ProductExponentBits(ProductExponentBits),
      .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .WindowBits(WindowBits),
      .AboveBits(AboveBits), .ExponentBits(ExponentBits), .ASignedBits(ASignedBits),
      .BSignedBits(BSignedBits), .ExponentOffset(ExponentOffset), .Adder(Adder), .Early(Early),
      .DistanceBits(WideDistanceBits)
    ) u_wide (
      .exponent_i, .a_exponent_i, .b_exponent_i, .zero_i, .significand_i, .c_exponent_i(c_exponent), .c_significand_i(c_significand),
      .exponent_o, .large_o, .small_o, .sticky_o
    );
    assign sign_o = sign_i;
  end else begin : gen_single
    // Which is larger, and by how much.
    logic [DifferenceBits-1:0] difference, distance;
    logic                      addend_is_large;
    logic [DistanceBits-1:0]   shift;
    logic                      unused_operands;

    assign unused_operands = ^a_exponent_i ^ ^b_exponent_i ^ zero_i;

    assign difference = DifferenceBits'(c_exponent) - DifferenceBits'($signed(exponent_i));
    assign addend_is_large = !difference[DifferenceBits-1] && difference != '0;
    assign distance        = addend_is_large ? difference : -difference;
    assign shift           = (32'(distance) > TermBits) ? DistanceBits'(TermBits)
                                                        : DistanceBits'(distance);

    // Sort and shift.
    logic [TermBits-1:0] product, addend, lower;

    assign product    = TermBits'(significand_i) << (WindowBits + 2 - ProductBits);
    assign addend     = TermBits'(c_significand) << (WindowBits - CFractionBits);
    assign large_o    = addend_is_large ? addend : product;
    assign lower      = addend_is_large ? product : addend;
    assign exponent_o = addend_is_large ? ExponentBits'(c_exponent) : ExponentBits'(exponent_i);
    assign sign_o     = addend_is_large ? c_sign : sign_i;

    shift_right_sticky #(.Width(TermBits), .DistanceBits(DistanceBits)) u_shift (
      .data_i(lower), .distance_i(shift), .sticky_i(1'b0), .data_o(small_o), .sticky_o
    );
  end

  // What is not a number.
  logic undefined, invalid;

  assign undefined = infinity_i && !nan_i && c_infinity && !c_nan && subtract_o;
  assign invalid   = (infinity_i && nan_i) || (c_infinity && c_nan) || undefined;
  assign nan_o     = nan_i || c_nan || undefined;
  assign infinity_o      = nan_o ? (Flags != 0) && invalid : infinity_i || c_infinity;
  assign infinity_sign_o = infinity_i && !nan_i ? sign_i : c_sign;

endmodule
