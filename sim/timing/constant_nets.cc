#include "sim/timing/constant_nets.h"

#include <algorithm>

#include "sim/netlist/unateness.h"

namespace macroscope {

std::vector<std::optional<bool>> KnownInputs(const LogicExpression& expression,
                                             const NetlistInstance& instance,
                                             const ConstantNets& constants) {
  std::vector<std::optional<bool>> known;
  for (const std::string& name : expression.inputs()) {
    const LibertyPin* pin = instance.cell->FindPin(name);
    const int net = pin == nullptr ? -1 : instance.nets[pin - instance.cell->pins.data()];
    known.push_back(net < 0 ? std::nullopt : constants[net]);
  }
  return known;
}

ConstantNets FindConstantNets(const Netlist& netlist) {
  ConstantNets constants(netlist.net_count);
  constants[kNetZero] = false;
  constants[kNetOne] = true;
  std::vector<std::vector<int>> readers(netlist.net_count);  // Instances.
  std::vector<int> waiting;
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
    const NetlistInstance& instance = netlist.instances[i];
    bool reads_constant = false;
    bool has_inputs = false;
    for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
      const int net = instance.nets[pin];
      if (net < 0 || instance.cell->pins[pin].direction != PinDirection::kInput) continue;
      has_inputs = true;
      reads_constant = reads_constant || constants[net].has_value();
      readers[net].push_back(static_cast<int>(i));
    }
    // Tie cells read nothing.
    if (reads_constant || !has_inputs) waiting.push_back(static_cast<int>(i));
  }
  while (!waiting.empty()) {
    const NetlistInstance& instance = netlist.instances[waiting.back()];
    waiting.pop_back();
    for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
      const int net = instance.nets[pin];
      const auto& function = instance.cell->pins[pin].function;
      if (net < 0 || !function || constants[net]) continue;
      constants[net] = ConstantOf(*function, KnownInputs(*function, instance, constants));
      if (!constants[net]) continue;
      waiting.insert(waiting.end(), readers[net].begin(), readers[net].end());
    }
  }
  return constants;
}

}  // namespace macroscope
