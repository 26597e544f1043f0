// Where the accumulator's loop takes a beat in: a beat without operands becomes one that leaves any
// accumulator as it is, and a cleared or still empty accumulator reads as +0.
module loop_entry #(
  parameter int unsigned         Width     = 1,
  parameter int unsigned         WordBits  = 1,
  parameter logic [Width-1:0]    IdleValue = '0   // a product that adds nothing
) (
  input  logic                valid_i,
  input  logic                clear_i,
  input  logic [Width-1:0]    data_i,
  input  logic                filled_i,       // the accumulator holds a sum
  input  logic [WordBits-1:0] accumulator_i,
  output logic [Width-1:0]    data_o,
  output logic [WordBits-1:0] addend_o
);

  logic keep;

  assign keep     = filled_i && !(valid_i && clear_i);
  assign data_o   = valid_i ? data_i : IdleValue;
  assign addend_o = accumulator_i & {WordBits{keep}};

endmodule
