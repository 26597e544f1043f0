#include "sim/netlist/netlist.h"

#include <fmt/format.h>

#include <algorithm>

namespace macroscope {
namespace {

std::string NetName(int net) {
  if (net == kNetZero) return "1'b0";
  if (net == kNetOne) return "1'b1";
  return fmt::format("n{}", net);
}

}  // namespace

int NetlistInstance::Net(std::string_view pin) const {
  const auto it = std::ranges::find(cell->pins, pin, &LibertyPin::name);
  return nets.at(static_cast<std::size_t>(it - cell->pins.begin()));
}

const NetlistPort* Netlist::FindPort(std::string_view name) const {
  const auto it = std::ranges::find(ports, name, &NetlistPort::name);
  return it == ports.end() ? nullptr : &*it;
}

double Netlist::AreaUm2() const {
  double area = 0;
  for (const NetlistInstance& instance : instances) area += instance.cell->area_um2;
  return area;
}

std::string WriteVerilog(const Netlist& netlist) {
  std::string text = fmt::format("module {} (", netlist.top);
  for (std::size_t i = 0; i < netlist.ports.size(); ++i) {
    text += (i == 0 ? "" : ", ") + netlist.ports[i].name;
  }
  text += ");\n";
  for (const NetlistPort& port : netlist.ports) {
    text += fmt::format("  {} [{}:0] {};\n", port.is_input ? "input" : "output",
                        port.nets.size() - 1, port.name);
  }
  for (int net = 2; net < netlist.net_count; ++net) text += fmt::format("  wire n{};\n", net);
  for (const NetlistPort& port : netlist.ports) {
    for (std::size_t bit = 0; bit < port.nets.size(); ++bit) {
      const std::string inner = NetName(port.nets[bit]);
      const std::string outer = fmt::format("{}[{}]", port.name, bit);
      text += fmt::format("  assign {} = {};\n", port.is_input ? inner : outer,
                          port.is_input ? outer : inner);
    }
  }
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
    const NetlistInstance& instance = netlist.instances[i];
    text += fmt::format("  {} i{} (", instance.cell->name, i);
    const char* separator = "";
    for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
      if (instance.nets[pin] < 0) continue;
      text += fmt::format("{}.{}({})", separator, instance.cell->pins[pin].name,
                          NetName(instance.nets[pin]));
      separator = ", ";
    }
    text += fmt::format(");  // {}\n", instance.FullName());
  }
  return text + "endmodule\n";
}

}  // namespace macroscope
