// Nets that never change, since constants drive them, through gates or not.
#pragma once

#include <optional>
#include <vector>

#include "sim/netlist/netlist.h"

namespace macroscope {

// By net; empty where it may change.
using ConstantNets = std::vector<std::optional<bool>>;

ConstantNets FindConstantNets(const Netlist& netlist);

// The constant values of an expression's inputs, in their order. Names that are no pin of the
// instance's cell, such as a flip-flop's state, may have any value.
std::vector<std::optional<bool>> KnownInputs(const LogicExpression& expression,
                                             const NetlistInstance& instance,
                                             const ConstantNets& constants);

}  // namespace macroscope
