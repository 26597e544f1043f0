// An inverter that synthesis leaves where it is: it neither joins two of them nor moves logic past
// one. A synthesis that buffers by itself should drop the attribute (sim/netlist does).
(* keep_hierarchy *)
module kept_inverter (
  input  logic data_i,
  output logic data_o
);

  assign data_o = !data_i;

endmodule
