// The sum of all aligned terms as sign and magnitude; or, into a fixed-point accumulator, the sum's
// first half (fixed_add). Twin of models/block_dot/block_dot_add.h.
//
//   in    | exponent | sign | magnitude | nan infinity infinity_sign |
//   out   | sign | exponent | sum | nan infinity infinity_sign |
//
//   fixed-point, in    | sign | magnitude | flags |    or    | sum | flags |
//   fixed-point, out   | carry | extension | low | high | flags |
module block_dot_add #(
  parameter  int unsigned Enable         = 1,    // else data_o = data_i
  parameter  int unsigned Fixed          = 0,
  parameter  int unsigned Terms          = 2,    // the accumulator among them
  parameter  int unsigned TermBits       = 33,
  parameter  int unsigned ExponentBits   = 8,
  parameter  int unsigned ZeroIsNegative = 0,
  parameter  int unsigned IsSigned       = 0,    // fixed-point: two's complement comes
  parameter  int unsigned MagnitudeBits  = 30,
  parameter  int unsigned ProductBits    = 31,
  parameter  int unsigned GuardBits      = 0,
  parameter  int unsigned FlagBits       = 0,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned InBits         = 80,
  parameter  int unsigned OutBits        = 46,
  parameter  int unsigned CBits          = 32
) (
  input  logic [InBits-1:0]  data_i,
  input  logic [CBits-1:0]   addend_i,   // fixed-point alone
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    logic unused_addend;
    assign unused_addend = ^addend_i;
    assign data_o        = data_i[OutBits-1:0];
  end else if (Fixed != 0) begin : gen_fixed
    localparam int unsigned HighBits  = (GuardBits > 0) ? GuardBits : 1;
    localparam int unsigned FlagPorts = block_dot_pkg::port(FlagBits);

    logic                 negate;
    logic [FlagPorts-1:0] set, flags;

    if (IsSigned != 0) begin : gen_signed
      assign negate = 1'b0;
    end else begin : gen_magnitude
      assign negate = data_i[FlagBits + MagnitudeBits];
    end
    if (FlagBits > 0) begin : gen_flags
      assign set                  = data_i[FlagPorts-1:0];
      assign data_o[FlagPorts-1:0] = flags;
    end else begin : gen_no_flags
      logic unused_flags;
      assign set          = 1'b0;
      assign unused_flags = ^flags;
    end
    fixed_add #(
      .ProductBits(ProductBits), .GuardBits(GuardBits), .FlagBits(FlagBits), .Adder(Adder)
    ) u_add (
      .negate_i(negate), .product_i(ProductBits'(data_i[FlagBits +: MagnitudeBits])), .set_i(set),
      .addend_i, .carry_o(data_o[OutBits-1]), .extension_o(data_o[OutBits-2]),
      .low_o(data_o[OutBits-3 -: ProductBits]), .high_o(data_o[FlagBits +: HighBits]),
      .flags_o(flags)
    );
  end else begin : gen_floating
    localparam int unsigned CarryBits = block_dot_pkg::carry_bits(Terms);
    localparam int unsigned SumBits   = TermBits + CarryBits;
    localparam int unsigned SignPlace = 3 + Terms * TermBits;

    logic [Terms-1:0]   sign;
    logic [SumBits-1:0] sum;
    logic               negative;

    assign sign = data_i[SignPlace +: Terms];

    if (Terms == 1) begin : gen_one
      assign sum      = data_i[3 +: TermBits];
      assign negative = sign[0];
    end else if (Terms == 2) begin : gen_two
      // x - y: x + ~y + 1 where x is greater, else ~(x + ~y).
      logic [TermBits-1:0] x, y, term, difference;
      logic                subtract, greater, carry;

      assign x        = data_i[3 +: TermBits];
      assign y        = data_i[3+TermBits +: TermBits];
      assign subtract = sign[0] ^ sign[1];
      assign greater  = x > y;
      assign term     = y ^ {TermBits{subtract}};
      adder #(.Width(TermBits), .Architecture(Adder)) u_adder (
        .a_i(x), .b_i(term), .carry_i(subtract && greater), .sum_o(difference), .carry_o(carry)
      );
      assign sum      = {carry && !subtract, difference ^ {TermBits{subtract && !greater}}};
      assign negative = (subtract && !greater) ? sign[1] : sign[0];
    end else begin : gen_several
      logic [Terms*(TermBits+1)-1:0] terms;
      logic [SumBits:0]              total;

      for (genvar t = 0; t < Terms; t++) begin : gen_term
        assign terms[t*(TermBits+1) +: TermBits+1] = {1'b0, data_i[3 + t*TermBits +: TermBits]};
      end
      signed_sum #(
        .Terms(Terms), .Width(TermBits + 1), .Adder(Adder), .SumBits(SumBits + 1)
      ) u_sum (.negate_i(sign), .terms_i(terms), .sum_o(total));
      signed_magnitude #(.Width(SumBits + 1), .Adder(Adder)) u_magnitude (
        .data_i(total), .increment_i(sign[Terms-1]), .sign_o(negative), .magnitude_o(sum)
      );
    end

    assign data_o[OutBits-1] =
        (sum == '0) ? ((ZeroIsNegative != 0) ? |sign : &sign) : negative;
    assign data_o[OutBits-2 -: ExponentBits] = data_i[InBits-1 -: ExponentBits];
    assign data_o[3 +: SumBits]              = sum;
    assign data_o[2:0]                       = data_i[2:0];

    logic unused_addend;
    assign unused_addend = ^addend_i;
  end

endmodule
