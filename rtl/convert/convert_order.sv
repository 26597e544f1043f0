// A number's code as its key, an unsigned number that grows with the value; a NaN has zero's. Twin
// of models/convert/convert_order.h.
//
//   sign and magnitude  | 0 | m |    ->  | 1 | m |
//                       | 1 | m |    ->  | 0 | ~m |
//   two's complement    | s | low |  ->  | !s | low |
//   by magnitude        the magnitude alone, the sign beside it
module convert_order #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 16,
  parameter  int unsigned AExponentBits  = 5,
  parameter  int unsigned AFractionBits  = 10,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned ByMagnitude    = 0,
  parameter  int unsigned KeyBits        = 16
) (
  input  logic [AWidth-1:0]  a_i,
  output logic               sign_o,
  output logic [KeyBits-1:0] key_o
);

  localparam int unsigned HasSign =
      (AKind == format_pkg::KindFloating) ? AHasSign : (AKind == format_pkg::KindUnsigned) ? 0 : 1;

  logic              nan;
  logic [AWidth-1:0] code;

  if (AKind == format_pkg::KindFloating) begin : gen_floating
    logic                     unused_sign, unused_infinity;
    logic [AExponentBits-1:0] unused_exponent;
    logic [AFractionBits:0]   unused_significand;

    operand_unpack #(
      .Kind(AKind), .Width(AWidth), .ExponentBits(AExponentBits), .FractionBits(AFractionBits),
      .Specials(ASpecials), .HasSign(AHasSign), .HasSubnormals(AHasSubnormals), .HasZero(AHasZero)
    ) u_a (
      .code_i(a_i), .sign_o(unused_sign), .exponent_o(unused_exponent),
      .significand_o(unused_significand), .nan_o(nan), .infinity_o(unused_infinity)
    );
  end else begin : gen_integer
    logic unused_parameters;
    assign nan               = 1'b0;
    assign unused_parameters = &{1'b0, AExponentBits[0], AFractionBits[0], ASpecials[0],
                                 AHasSubnormals[0], AHasZero[0]};
  end
  assign code = a_i & {AWidth{!nan}};

  if (HasSign == 0) begin : gen_unsigned
    assign sign_o = 1'b0;
    assign key_o  = code;
  end else if (ByMagnitude != 0 && AKind == format_pkg::KindTwos) begin : gen_twos_magnitude
    assign sign_o = code[AWidth-1];
    assign key_o  = (code ^ {AWidth{sign_o}}) + AWidth'(sign_o);
  end else if (ByMagnitude != 0) begin : gen_magnitude
    assign sign_o = code[AWidth-1] && |code[AWidth-2:0];
    assign key_o  = code[AWidth-2:0];
  end else if (AKind == format_pkg::KindTwos) begin : gen_twos
    assign sign_o = 1'b0;
    assign key_o  = {!code[AWidth-1], code[AWidth-2:0]};
  end else begin : gen_signed
    assign sign_o = 1'b0;
    assign key_o  = {!code[AWidth-1], code[AWidth-2:0] ^ {(AWidth-1){code[AWidth-1]}}};
  end

endmodule
