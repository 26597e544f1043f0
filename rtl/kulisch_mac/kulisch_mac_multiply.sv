// The exact product of the significands, and the sum of the exponents. What is not a number becomes
// a flag, and adds nothing. Twin of models/kulisch_mac/kulisch_mac_multiply.h.
module kulisch_mac_multiply #(
  parameter  int unsigned ABits        = 4,   // of the significands
  parameter  int unsigned BBits        = 4,
  parameter  int unsigned AFieldBits   = 4,   // of the exponents
  parameter  int unsigned BFieldBits   = 4,
  parameter  int unsigned ExponentBits = 5,   // of their sum
  parameter  int unsigned FlagBits     = 0,
  parameter  int unsigned Multiplier   = 0,
  parameter  int unsigned Adder        = 0,
  localparam int unsigned FlagPorts    = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                    a_sign_i,
  input  logic [AFieldBits-1:0]   a_exponent_i,
  input  logic [ABits-1:0]        a_significand_i,
  input  logic                    a_nan_i,
  input  logic                    a_infinity_i,
  input  logic                    b_sign_i,
  input  logic [BFieldBits-1:0]   b_exponent_i,
  input  logic [BBits-1:0]        b_significand_i,
  input  logic                    b_nan_i,
  input  logic                    b_infinity_i,
  output logic                    sign_o,
  output logic [ExponentBits-1:0] exponent_o,
  output logic [ABits+BBits-1:0]  significand_o,
  output logic [FlagPorts-1:0]    flags_o
);

  logic [ABits+BBits-1:0] product;

  multiplier #(.AWidth(ABits), .BWidth(BBits), .Architecture(Multiplier), .Adder(Adder))
  u_multiplier (.a_i(a_significand_i), .b_i(b_significand_i), .product_o(product));

  assign sign_o     = a_sign_i ^ b_sign_i;
  assign exponent_o = ExponentBits'(a_exponent_i) + ExponentBits'(b_exponent_i);

  if (FlagBits > 0) begin : gen_flags
    logic infinity, nan;
    assign infinity = a_infinity_i || b_infinity_i;
    assign nan      = a_nan_i || b_nan_i || (a_infinity_i && b_significand_i == '0)
                      || (b_infinity_i && a_significand_i == '0);
    assign significand_o = product & {(ABits+BBits){!(nan || infinity)}};
    assign flags_o[0]    = nan;
    if (FlagBits > 1) begin : gen_infinities
      assign flags_o[1] = infinity && !nan && !sign_o;
      assign flags_o[2] = infinity && !nan && sign_o;
    end
  end else begin : gen_no_flags
    logic unused_specials;
    assign unused_specials = a_nan_i ^ a_infinity_i ^ b_nan_i ^ b_infinity_i;
    assign significand_o   = product;
    assign flags_o         = 1'b0;
  end

endmodule
