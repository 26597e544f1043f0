// Normalizes by a word whose highest one is where the sum's is, or one place above it.
// Long, but one file: what is counted and what is shifted share their lines.
//
// Its highest one, or the place where the least exponent ends the shift if that is above, has 8
// coarse + fine zeros above it. A line for each value of coarse moves the sum, then one for each
// of fine; lines are trees, since they drive many gates. One place more, if no one came to the
// top, is also left to who can round both. The sum is one of two until its carry is known: coarse
// moves both.
//
//   zeros   0 1 2 3 4 5 6 7 | 8 9 ...      place n below has n zeros above it
//   marks   0 0 0 0 0 0 0 0 | 0 0 1 ...    coarse[1], fine[2]
module hinted_normalize #(
  parameter  int unsigned SumBits        = 15,
  parameter  int unsigned ExponentBits   = 6,
  parameter  int unsigned KeptBits       = 12,
  localparam int unsigned NormalizedBits = ExponentBits + 1
) (
  input  logic [ExponentBits-1:0]   exponent_i,
  input  logic [SumBits-1:0]        if_carry_i,
  input  logic [SumBits-1:0]        if_none_i,
  input  logic                      carry_i,
  input  logic [SumBits-1:0]        hint_i,
  input  logic                      sticky_i,
  output logic [NormalizedBits-1:0] exponent_o,
  output logic [KeptBits-1:0]       kept_o,
  output logic                      sticky_o,
  output logic                      again_o,           // One place more is needed:
  output logic [NormalizedBits-1:0] first_exponent_o,  // then these are not meant,
  output logic [KeptBits-1:0]       first_kept_o,
  output logic                      first_sticky_o,
  output logic [NormalizedBits-1:0] again_exponent_o,  // but these.
  output logic [KeptBits-1:0]       again_kept_o,
  output logic                      again_sticky_o
);

  localparam int unsigned Radix    = 8;
  localparam int unsigned Groups   = (SumBits + Radix - 1) / Radix;
  localparam int unsigned Places   = Groups * Radix;
  localparam int unsigned WideBits = KeptBits + 1;          // one place more, for the last shift
  localparam int unsigned PartBits = WideBits + Radix - 1;  // what the coarse shift leaves

  // Copies of a line, one for every few bits that it moves, and one for the rest of its work.
  localparam int unsigned Loads      = 4;
  localparam int unsigned PartCopies = (PartBits + Loads - 1) / Loads + 1;
  localparam int unsigned WideCopies = (WideBits + Loads - 1) / Loads + 1;

  logic [Places-1:0] ends, marks, highest, if_carry, if_none;

  for (genvar n = 0; n < Places; n++) begin : gen_place
    if (n < SumBits) begin : gen_bit
      // Where the shift must end: exponent_i + 1 places below the top.
      if (n > 0 && n <= (1 << ExponentBits)) begin : gen_reached
        assign ends[n] = exponent_i == ExponentBits'(n - 1);
      end else begin : gen_unreached
        assign ends[n] = 1'b0;
      end
      assign marks[n]    = hint_i[SumBits-1-n] | ends[n];
      assign if_carry[n] = if_carry_i[SumBits-1-n];
      assign if_none[n]  = if_none_i[SumBits-1-n];
    end else begin : gen_none
      assign ends[n]     = 1'b0;
      assign marks[n]    = 1'b0;
      assign if_carry[n] = 1'b0;
      assign if_none[n]  = 1'b0;
    end
  end

  logic [Groups-1:0]            any, coarse, group_ended;
  logic [Radix-1:0]             fine;
  logic [Groups*PartCopies-1:0] coarse_lines;
  logic [Radix*WideCopies-1:0]  fine_lines;
  logic [PartCopies-1:0]        carries;
  logic [Groups-1:0]            coarse_rest;  // of each line the copy for the rest of its work
  logic [Radix-1:0]             fine_rest;
  logic [2*Groups-1:0]          to_fine;      // and two more for fine, which comes after it
  logic                         ended;

  for (genvar k = 0; k < Groups; k++) begin : gen_group
    assign any[k] = |marks[k*Radix +: Radix];
    if (k == 0) begin : gen_first
      assign coarse[k] = any[k];
    end else begin : gen_later
      assign coarse[k] = any[k] && !(|any[k-1:0]);
    end
    // The highest mark of each group.
    assign highest[k*Radix] = marks[k*Radix];
    for (genvar f = 1; f < Radix; f++) begin : gen_inner
      assign highest[k*Radix+f] = marks[k*Radix+f] && !(|marks[k*Radix +: f]);
    end
    assign group_ended[k] = |(highest[k*Radix +: Radix] & ends[k*Radix +: Radix]);

    fanout_tree #(.Copies(PartCopies), .Levels(2)) u_coarse (
      .data_i(coarse[k]), .copies_o(coarse_lines[k*PartCopies +: PartCopies])
    );
    fanout_tree #(.Copies(2), .Levels(1)) u_to_fine (
      .data_i(coarse[k]), .copies_o(to_fine[2*k +: 2])
    );
    assign coarse_rest[k] = coarse_lines[k*PartCopies + PartCopies-1];
  end
  assign ended = |(coarse & group_ended);

  always_comb begin
    fine = '0;
    for (int unsigned k = 0; k < Groups; k++) begin
      fine = fine | (highest[k*Radix +: Radix]
                     & {{(Radix/2){to_fine[2*k+1]}}, {(Radix/2){to_fine[2*k]}}});
    end
  end
  for (genvar f = 0; f < Radix; f++) begin : gen_fine
    fanout_tree #(.Copies(WideCopies), .Levels(2)) u_fine (
      .data_i(fine[f]), .copies_o(fine_lines[f*WideCopies +: WideCopies])
    );
    assign fine_rest[f] = fine_lines[f*WideCopies + WideCopies-1];
  end
  fanout_tree #(.Copies(PartCopies), .Levels(2)) u_carry (.data_i(carry_i), .copies_o(carries));

  // What the shifts leave, its top at bit 0.
  logic [PartBits-1:0] part_if_carry, part_if_none, part;
  logic [WideBits-1:0] wide;
  logic                far_if_carry, far_if_none, rest;  // a one further down

  always_comb begin
    part_if_carry = '0;
    part_if_none  = '0;
    far_if_carry  = 1'b0;
    far_if_none   = 1'b0;
    for (int unsigned k = 0; k < Groups; k++) begin
      for (int unsigned n = k * Radix; n < SumBits; n++) begin
        if (n < k * Radix + PartBits) begin
          part_if_carry[n-k*Radix] = part_if_carry[n-k*Radix]
              | (coarse_lines[k*PartCopies + (n-k*Radix)/Loads] & if_carry[n]);
          part_if_none[n-k*Radix] = part_if_none[n-k*Radix]
              | (coarse_lines[k*PartCopies + (n-k*Radix)/Loads] & if_none[n]);
        end else begin
          far_if_carry = far_if_carry | (coarse_rest[k] & if_carry[n]);
          far_if_none  = far_if_none | (coarse_rest[k] & if_none[n]);
        end
      end
    end
    for (int unsigned n = 0; n < PartBits; n++) begin
      part[n] = carries[n/Loads] ? part_if_carry[n] : part_if_none[n];
    end
    rest = carries[PartCopies-1] ? far_if_carry : far_if_none;
    wide = '0;
    for (int unsigned f = 0; f < Radix; f++) begin
      for (int unsigned n = 0; n < WideBits; n++) begin
        wide[n] = wide[n] | (fine_lines[f*WideCopies + n/Loads] & part[n+f]);
      end
      for (int unsigned n = WideBits + f; n < PartBits; n++) begin
        rest = rest | (fine_rest[f] & part[n]);
      end
    end
  end

  // exponent_i + 2 - zeros, and one less: the high digit by the coarse lines, and one less for a
  // borrow; the low digit and its borrow by the fine ones.
  localparam int unsigned HighBits = format_pkg::maximum(NormalizedBits, 4) - 3;

  logic [HighBits+2:0] base;
  logic [HighBits-1:0] high, lower;
  logic [2:0]          first_low, again_low;
  logic                first_borrow, again_borrow;
  /* verilator lint_off UNUSEDSIGNAL */  // of few bits the top is 0
  logic [HighBits+2:0] first_exponent, again_exponent;
  /* verilator lint_on UNUSEDSIGNAL */

  assign base = (HighBits+3)'(exponent_i) + (HighBits+3)'(2);
  always_comb begin
    high         = '0;
    lower        = '0;
    first_low    = '0;
    again_low    = '0;
    first_borrow = 1'b0;
    again_borrow = 1'b0;
    for (int unsigned k = 0; k < Groups; k++) begin
      high  = high | ({HighBits{coarse_rest[k]}} & (base[3 +: HighBits] - HighBits'(k)));
      lower = lower | ({HighBits{coarse_rest[k]}} & (base[3 +: HighBits] - HighBits'(k + 1)));
    end
    for (int unsigned f = 0; f < Radix; f++) begin
      first_low    = first_low | ({3{fine_rest[f]}} & (base[2:0] - 3'(f)));
      again_low    = again_low | ({3{fine_rest[f]}} & (base[2:0] - 3'(f + 1)));
      first_borrow = first_borrow | (fine_rest[f] & ({1'b0, base[2:0]} < 4'(f)));
      again_borrow = again_borrow | (fine_rest[f] & ({1'b0, base[2:0]} < 4'(f + 1)));
    end
  end
  assign first_exponent = {first_borrow ? lower : high, first_low};
  assign again_exponent = {again_borrow ? lower : high, again_low};

  // Where the shift ended the exponent is 1, and 0 if no one came to the top.
  assign first_exponent_o = NormalizedBits'(first_exponent)
                            & {{(NormalizedBits-1){1'b1}}, wide[0] || !ended};
  assign again_exponent_o = NormalizedBits'(again_exponent);
  for (genvar n = 0; n < KeptBits; n++) begin : gen_kept
    assign first_kept_o[KeptBits-1-n] = wide[n];
    assign again_kept_o[KeptBits-1-n] = wide[n+1];
  end
  assign first_sticky_o = sticky_i || rest || wide[KeptBits];
  assign again_sticky_o = sticky_i || rest;

  assign again_o    = !wide[0] && !ended;

  wide_choice #(.Width(NormalizedBits + KeptBits + 1)) u_choice (
    .choice_i(again_o), .if_one_i({again_exponent_o, again_kept_o, again_sticky_o}),
    .if_zero_i({first_exponent_o, first_kept_o, first_sticky_o}),
    .data_o({exponent_o, kept_o, sticky_o})
  );

endmodule
