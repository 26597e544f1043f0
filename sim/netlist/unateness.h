// Whether a function follows an input, opposes it, or does either.
#pragma once

#include <optional>
#include <vector>

#include "sim/netlist/logic_expression.h"

namespace macroscope {

enum class TimingSense { kPositiveUnate, kNegativeUnate, kNonUnate };

// How `function` answers to its input number `input`, where the inputs with a value in `known` (one
// an input, in the order of function.inputs()) keep it. Empty if it does not answer at all.
std::optional<TimingSense> SenseOf(const LogicExpression& function, int input,
                                   const std::vector<std::optional<bool>>& known);

// The value of `function` where the inputs in `known` alone decide it.
std::optional<bool> ConstantOf(const LogicExpression& function,
                               const std::vector<std::optional<bool>>& known);

}  // namespace macroscope
