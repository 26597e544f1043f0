// A logarithm in steps as a code, kept within the format's ends. Twin of
// models/convert/convert_log_round.h.
module convert_log_round #(
  parameter  int unsigned LogBits        = 9,
  parameter  int unsigned ZLogarithmBits = 7,
  parameter  int unsigned ZTwosComplement = 0,
  parameter  int unsigned ZBias          = 64,  // a two's complement number
  parameter  int unsigned ZZero          = 0,   // 0 the least code, 1 a flag, 2 there is none
  parameter  int unsigned ZHasSign       = 1,
  localparam int unsigned FlagBits       = (ZZero == 1) ? 1 : 0,
  localparam int unsigned ZWidth         = ZHasSign + FlagBits + ZLogarithmBits
) (
  input  logic               sign_i,
  input  logic [LogBits-1:0] log_i,
  input  logic               zero_i,
  input  logic               infinity_i,
  output logic [ZWidth-1:0]  z_o
);

  // Fields, with their bias; two's complement ones from the least code's up.
  localparam logic [ZLogarithmBits-1:0] LeastField =
      {ZTwosComplement != 0, {(ZLogarithmBits-1){1'b0}}};
  localparam logic [ZLogarithmBits-1:0] LeastNumber = LeastField + ZLogarithmBits'(ZZero == 0);
  localparam int Lowest   = ((ZTwosComplement != 0) ? -(1 << (ZLogarithmBits - 1)) : 0)
                            + ((ZZero == 0) ? 1 : 0);
  localparam int Greatest = (ZTwosComplement != 0) ? (1 << (ZLogarithmBits - 1)) - 1
                                                   : (1 << ZLogarithmBits) - 1;
  localparam int unsigned WideBits =
      format_pkg::maximum(LogBits, format_pkg::maximum(ZLogarithmBits, 31)) + 2;

  logic signed [WideBits-1:0] field;
  logic                       above, below, zero, sign;
  logic [ZLogarithmBits-1:0]  kept, clamped;

  assign field   = WideBits'($signed(log_i)) + WideBits'($signed(ZBias));
  assign above   = infinity_i || field > WideBits'($signed(Greatest));
  assign below   = !infinity_i && field < WideBits'($signed(Lowest));
  assign kept    = field[ZLogarithmBits-1:0];
  assign clamped = above ? ~LeastField : below ? LeastNumber : kept;
  assign zero    = zero_i || (ZHasSign == 0 && sign_i);
  assign sign    = sign_i && !zero;

  logic [ZLogarithmBits-1:0] body;

  assign body = !zero ? clamped : (ZZero == 2) ? LeastNumber : (ZZero == 1) ? '0 : LeastField;
  if (ZHasSign != 0 && ZZero == 1) begin : gen_sign_and_flag
    assign z_o = {sign, zero, body};
  end else if (ZHasSign != 0) begin : gen_sign
    assign z_o = {sign, body};
  end else if (ZZero == 1) begin : gen_flag
    logic unused_sign;
    assign unused_sign = sign;
    assign z_o         = {zero, body};
  end else begin : gen_plain
    logic unused_sign;
    assign unused_sign = sign;
    assign z_o         = body;
  end

endmodule
