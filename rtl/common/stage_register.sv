// One pipeline register with valid and ready, for every stage of every unit; wires where Cut is 0.
// Twin of models/systemc/stage.h. Loads when it is empty or its output is taken.
module stage_register #(
  parameter int unsigned Width = 1,
  parameter logic        Cut   = 1'b1
) (
  input  logic             clk_i,
  input  logic             rst_ni,  // asynchronous, active low; empties the register
  input  logic             valid_i,
  output logic             ready_o,
  input  logic [Width-1:0] data_i,
  output logic             valid_o,
  input  logic             ready_i,
  output logic [Width-1:0] data_o
);

  if (Cut) begin : gen_register
    assign ready_o = ready_i || !valid_o;

    always_ff @(posedge clk_i or negedge rst_ni) begin
      if (!rst_ni)      valid_o <= 1'b0;
      else if (ready_o) valid_o <= valid_i;
    end

    always_ff @(posedge clk_i) begin
      if (ready_o) data_o <= data_i;
    end
  end else begin : gen_wires
    assign ready_o = ready_i;
    assign valid_o = valid_i;
    assign data_o  = data_i;

    logic unused_clock;
    assign unused_clock = clk_i ^ rst_ni;
  end

endmodule
