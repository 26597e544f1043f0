#include "sim/activity/cell_shape.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

constexpr int kMostStateBits = 12;

[[noreturn]] void Fail(const LibertyCell& cell, const std::string& what, const char* right) {
  throw BuildError(fmt::format("cell {} {}; {}", cell.name, what, right));
}

int IndexOfPin(const CellShape& shape, const std::string& name) {
  for (std::size_t k = 0; k < shape.inputs.size(); ++k) {
    if (shape.cell->pins[shape.inputs[k]].name == name) return static_cast<int>(k);
  }
  return -1;
}

void ReadSequential(const LibertySequential& sequential, CellShape& shape) {
  if (sequential.is_latch) Fail(*shape.cell, "is a latch", "simulation knows gates and flip-flops");
  const LogicExpression& clock = *sequential.clocked_on;
  if (clock.steps().size() == 1 && clock.inputs().size() == 1) {
    shape.clock = IndexOfPin(shape, clock.inputs()[0]);
  }
  if (shape.clock < 0) {
    Fail(*shape.cell, "is not clocked by the rising edge of a pin", "list it under dont_use");
  }
  shape.next = shape.Table(*sequential.next_state);
  const auto force = [&](const std::optional<LogicExpression>& condition, std::uint8_t value) {
    if (!condition) return;
    const std::vector<std::uint8_t> active = shape.Table(*condition);
    for (std::size_t s = 0; s < active.size(); ++s) {
      if (active[s] != 0) shape.next[s] = value;
    }
  };
  const bool preset_wins = sequential.clear_and_preset == 'H';
  if (!preset_wins) force(sequential.preset, 1);
  force(sequential.clear, 0);
  if (preset_wins) force(sequential.preset, 1);
}

}  // namespace

std::vector<std::uint8_t> CellShape::Table(const LogicExpression& expression) const {
  // Of each name that the expression uses, its value by state.
  std::vector<std::vector<std::uint8_t>> values;
  for (const std::string& name : expression.inputs()) {
    std::vector<std::uint8_t>& value = values.emplace_back(state_count());
    const int index = IndexOfPin(*this, name);
    if (index >= 0) {
      for (std::uint32_t s = 0; s < state_count(); ++s) value[s] = s >> index & 1;
      continue;
    }
    const bool is_stored = is_flip_flop && name == cell->sequential->state;
    const bool is_inverse = is_flip_flop && name == cell->sequential->inverted_state;
    if (is_stored || is_inverse) {
      for (std::uint32_t s = 0; s < state_count(); ++s) {
        value[s] = (s >> inputs.size() & 1) ^ (is_inverse ? 1u : 0u);
      }
      continue;
    }
    const LibertyPin* pin = cell->FindPin(name);
    if (pin == nullptr || !pin->function || pin->direction != PinDirection::kOutput) {
      Fail(*cell,
           fmt::format("has an expression of `{}`, which is no pin and no state of it", name),
           "expressions name pins and states");
    }
    value = Table(*pin->function);
  }
  std::vector<std::uint8_t> table(state_count());
  std::vector<std::uint64_t> words(values.size());
  for (std::uint32_t s = 0; s < state_count(); ++s) {
    for (std::size_t i = 0; i < values.size(); ++i) words[i] = values[i][s];
    table[s] = static_cast<std::uint8_t>(expression.Evaluate(words) & 1);
  }
  return table;
}

CellShape MakeCellShape(const LibertyCell& cell) {
  CellShape shape;
  shape.cell = &cell;
  shape.is_flip_flop = cell.sequential.has_value();
  for (std::size_t p = 0; p < cell.pins.size(); ++p) {
    if (cell.pins[p].direction == PinDirection::kInput) shape.inputs.push_back(static_cast<int>(p));
  }
  if (shape.state_bits() > kMostStateBits) {
    Fail(cell, fmt::format("has {} inputs", shape.inputs.size()), "list it under dont_use");
  }
  for (std::size_t p = 0; p < cell.pins.size(); ++p) {
    const LibertyPin& pin = cell.pins[p];
    if (pin.direction != PinDirection::kOutput) continue;
    if (!pin.function || pin.has_three_state) {
      Fail(cell, fmt::format("has output {} without a plain function", pin.name),
           "simulation knows gates and flip-flops; list the cell under dont_use");
    }
    shape.outputs.push_back({static_cast<int>(p), shape.Table(*pin.function)});
  }
  if (shape.is_flip_flop) ReadSequential(*cell.sequential, shape);
  return shape;
}

CellShapes MakeCellShapes(const Netlist& netlist) {
  CellShapes shapes;
  for (const NetlistInstance& instance : netlist.instances) {
    if (!shapes.contains(instance.cell)) {
      shapes.emplace(instance.cell, MakeCellShape(*instance.cell));
    }
  }
  return shapes;
}

}  // namespace macroscope
