// product + c, rounded once, with its flags: the second half of plain_fma.
//
// The product's magnitude is product_i * 2^(exponent_i - 2 * Bias - 2 * FractionBits). Product and
// addend are written into one word of fixed point that holds all of them: its lowest bit is that of
// a product with the least exponent. Nothing is lost until the sum is rounded.
module plain_sum #(
  parameter  int unsigned ExponentBits = 5,
  parameter  int unsigned FractionBits = 10,
  parameter  int          Least        = 2,  // of exponent_i
  localparam int unsigned F            = FractionBits
) (
  input  logic                    sign_i,
  input  logic signed [15:0]      exponent_i,
  input  logic [2*F+1:0]          product_i,
  input  logic                    infinity_i,  // a or b is
  input  logic                    nan_i,       // a or b is
  input  logic                    invalid_i,   // a or b is a signalling NaN, or 0 * infinity
  input  logic [ExponentBits+F:0] c_i,
  input  logic [2:0]              mode_i,
  output logic [ExponentBits+F:0] z_o,
  output logic [4:0]              flags_o
);

  localparam int          Bias   = (1 << (ExponentBits - 1)) - 1;
  localparam int          Top    = (1 << ExponentBits) - 1;  // the field of infinity and NaN
  localparam int          Lowest = 1 + Bias + F - Least;     // where the least subnormal's one is
  localparam int unsigned Width  = 2 * F + 2 + 2 * Top - Least + 1;

  logic                           c_sign, c_infinity, c_quiet, c_signalling;
  logic signed [ExponentBits+1:0] c_exponent;
  logic [F:0]                     c_significand;

  plain_operand #(.ExponentBits(ExponentBits), .FractionBits(F)) u_c (
    .code_i(c_i), .sign_o(c_sign), .exponent_o(c_exponent), .significand_o(c_significand),
    .zero_o(), .infinity_o(c_infinity), .quiet_o(c_quiet), .signalling_o(c_signalling)
  );

  logic [Width-1:0] product, addend, sum;
  logic [15:0]      product_place, addend_place;
  logic             sign;

  assign product_place = exponent_i - Least;
  assign addend_place  = c_exponent + Bias + F - Least;
  assign product       = Width'(product_i) << product_place;
  assign addend        = Width'(c_significand) << addend_place;

  always_comb begin
    if (sign_i == c_sign) begin
      sum  = product + addend;
      sign = sign_i;
    end else if (product > addend) begin
      sum  = product - addend;
      sign = sign_i;
    end else begin
      sum  = addend - product;
      sign = (product == addend) ? mode_i == 2 : c_sign;
    end
  end

  // Rounded to F + 1 bits as if there were no least exponent, and to the places that there are.
  logic [15:0]  leading, free_place, place;
  logic [F+1:0] free_rounded, rounded;
  logic         inexact, unused_inexact;

  always_comb begin
    leading = 0;
    for (int i = 0; i < Width; i++) begin
      if (sum[i]) leading = i;
    end
    free_place = (leading > F) ? leading - F : 0;
    place      = (free_place > Lowest) ? free_place : Lowest;
  end

  plain_round #(.Width(Width), .Bits(F + 2)) u_free (
    .sum_i(sum), .place_i(free_place), .sign_i(sign), .mode_i, .rounded_o(free_rounded),
    .inexact_o(unused_inexact)
  );
  plain_round #(.Width(Width), .Bits(F + 2)) u_round (
    .sum_i(sum), .place_i(place), .sign_i(sign), .mode_i, .rounded_o(rounded), .inexact_o(inexact)
  );

  // The code: its field counts from the lowest place, and the hidden bit adds one to it.
  logic [15+F:0] magnitude;
  logic          tiny, overflow, to_infinity, invalid;

  assign magnitude   = ((16+F)'(place - Lowest) << F) + (16+F)'(rounded);
  assign tiny        = (Width'(free_rounded) << free_place) < (Width'(1) << (Lowest + F));
  assign overflow    = magnitude >= ((16+F)'(Top) << F);
  assign to_infinity = mode_i == 0 || mode_i == 4 || (mode_i == 2 && sign)
                       || (mode_i == 3 && !sign);
  assign invalid     = invalid_i || c_signalling
                       || (infinity_i && c_infinity && sign_i != c_sign && !nan_i);

  localparam logic [ExponentBits-1:0] Ones = {ExponentBits{1'b1}};

  always_comb begin
    if (nan_i || invalid || c_quiet) begin
      z_o     = {1'b0, Ones, 1'b1, {(F-1){1'b0}}};
      flags_o = {invalid, 4'b0000};
    end else if (infinity_i || c_infinity) begin
      z_o     = {infinity_i ? sign_i : c_sign, Ones, {F{1'b0}}};
      flags_o = 5'b00000;
    end else if (overflow) begin
      z_o     = {sign, Ones, {F{1'b0}}} - (to_infinity ? 0 : 1);
      flags_o = 5'b00101;
    end else begin
      z_o     = {sign, magnitude[ExponentBits+F-1:0]};
      flags_o = {3'b000, tiny && inexact, inexact};
    end
  end

endmodule

// A sum without what is below a place, rounded by what that was.
module plain_round #(
  parameter int unsigned Width = 80,
  parameter int unsigned Bits  = 12
) (
  input  logic [Width-1:0] sum_i,
  input  logic [15:0]      place_i,
  input  logic             sign_i,
  input  logic [2:0]       mode_i,
  output logic [Bits-1:0]  rounded_o,
  output logic             inexact_o
);

  logic [Bits-1:0]  kept;
  logic [Width-1:0] rest, unit;
  logic             up;

  always_comb begin
    kept = Bits'(sum_i >> place_i);
    unit = Width'(1) << place_i;
    rest = sum_i - (Width'(kept) << place_i);
    case (mode_i)
      0:       up = {rest, 1'b0} > unit || ({rest, 1'b0} == unit && kept[0]);
      2:       up = rest != 0 && sign_i;
      3:       up = rest != 0 && !sign_i;
      4:       up = {rest, 1'b0} >= unit;
      5:       up = rest != 0 && !kept[0];
      default: up = 1'b0;
    endcase
    rounded_o = kept + Bits'(up);
    inexact_o = rest != 0;
  end

endmodule
