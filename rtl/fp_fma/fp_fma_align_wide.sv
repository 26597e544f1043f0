// The dual path's window: the product at its place, the addend shifted right from above it. A part
// of fp_fma_align, which has the drawing.
module fp_fma_align_wide #(
  parameter  int unsigned ProductBits         = 22,
  parameter  int unsigned ProductExponentBits = 7,
  parameter  int unsigned CExponentBits       = 5,
  parameter  int unsigned CFractionBits       = 10,
  parameter  int unsigned WindowBits          = 22,
  parameter  int unsigned AboveBits           = 14,
  parameter  int unsigned ExponentBits        = 6,
  parameter  int unsigned DistanceBits        = 9,   // two's complement, of any distance
  parameter  int unsigned ASignedBits         = 6,
  parameter  int unsigned BSignedBits         = 6,
  parameter  int unsigned ExponentOffset      = 0,
  parameter  int unsigned Adder               = 0,
  parameter  int unsigned Early               = 0,  // take the operands' exponents
  localparam int unsigned TermBits            = WindowBits + AboveBits + 1
) (
  input  logic [ProductExponentBits-1:0] exponent_i,
  input  logic [ASignedBits-1:0]         a_exponent_i,
  input  logic [BSignedBits-1:0]         b_exponent_i,
  input  logic                           zero_i,       // the product is
  input  logic [ProductBits-1:0]         significand_i,
  input  logic [CExponentBits-1:0]       c_exponent_i,
  input  logic [CFractionBits:0]         c_significand_i,
  output logic [ExponentBits-1:0]        exponent_o,  // of the bit below the addend's units
  output logic [TermBits-1:0]            large_o,
  output logic [TermBits-1:0]            small_o,
  output logic                           sticky_o
);

  /* verilator lint_off UNUSEDSIGNAL */  // where it is the exponent, it is not negative
  logic [DistanceBits-1:0] start;
  /* verilator lint_on UNUSEDSIGNAL */
  logic [DistanceBits-1:0] distance;
  logic                    stays;  // the addend begins where the window does
  logic                    is_zero;

  if (Early != 0) begin : gen_early
    // a + b + (offset + above + 1) + ~c, by two levels of 3:2 compressors and one adder.
    localparam logic [DistanceBits-1:0] Base =
        DistanceBits'(ExponentOffset) + DistanceBits'(AboveBits);
    localparam logic [DistanceBits-1:0] Next = Base + DistanceBits'(1);

    logic [DistanceBits-1:0] a, b, c, partial, carries, x, y;
    logic                      unused_carry, unused_exponent;

    assign a       = DistanceBits'($signed(a_exponent_i));
    assign b       = DistanceBits'($signed(b_exponent_i));
    assign c       = DistanceBits'(c_exponent_i) ^ {DistanceBits{1'b1}};
    assign partial = a ^ b ^ c;
    assign carries = ((a & b) | (a & c) | (b & c)) << 1;
    assign x       = partial ^ carries ^ Next;
    assign y       = ((partial & carries) | (partial & Next) | (carries & Next)) << 1;
    adder #(.Width(DistanceBits), .Architecture(Adder)) u_distance (
      .a_i(x), .b_i(y), .carry_i(1'b0), .sum_o(distance), .carry_o(unused_carry)
    );
    assign start           = a + b + Base;
    assign is_zero         = zero_i;
    assign unused_exponent = ^exponent_i;
  end else begin : gen_late
    logic unused_operands;

    assign start           = DistanceBits'($signed(exponent_i)) + DistanceBits'(AboveBits);
    assign distance        = start - DistanceBits'(c_exponent_i);
    assign is_zero         = 1'b0;  // its exponent says so
    assign unused_operands = ^a_exponent_i ^ ^b_exponent_i ^ zero_i;
  end
  logic [ExponentBits-1:0] of_addend, of_product;  // beside each other until it is known which

  assign of_addend  = ExponentBits'(c_exponent_i) - ExponentBits'(1);
  assign of_product = ExponentBits'(start) - ExponentBits'(1);
  assign exponent_o = stays ? of_addend : of_product;

  localparam int unsigned CBits = CFractionBits + 1;

  logic [TermBits-1:0] shifted;
  logic [CBits-1:0]    unshifted;

  // A product of 0 has any distance.
  assign stays = distance[DistanceBits-1] || is_zero;
  line_shift_right #(
    .InBits(CBits), .OutBits(TermBits), .DistanceBits(DistanceBits - 1)
  ) u_shift (
    .data_i(c_significand_i), .distance_i(distance[DistanceBits-2:0]), .enable_i(!stays),
    .data_o(shifted), .sticky_o
  );
  wide_choice #(.Width(CBits)) u_stays (
    .choice_i(stays), .if_one_i(c_significand_i), .if_zero_i('0), .data_o(unshifted)
  );
  assign small_o = shifted | (TermBits'(unshifted) << (TermBits - CBits));

  assign large_o = TermBits'(significand_i) << (WindowBits + 2 - ProductBits);

endmodule
