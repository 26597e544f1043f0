#include "sim/netlist/port_constraint.h"

#include <fmt/format.h>

#include <algorithm>

namespace macroscope {
namespace {

constexpr double kFanout = 4;

struct Driver {
  const LibertyCell* cell = nullptr;
  bool inverts = false;
  double input_ff = 0;
};

// A cell of one input and one output that copies or inverts it; otherwise `cell` is nullptr.
Driver AsDriver(const LibertyCell& cell) {
  Driver driver;
  if (cell.sequential || cell.dont_use || cell.area_um2 <= 0) return driver;
  const LibertyPin* input = nullptr;
  const LibertyPin* output = nullptr;
  for (const LibertyPin& pin : cell.pins) {
    if (pin.direction == PinDirection::kInternal) continue;
    const LibertyPin*& place = pin.direction == PinDirection::kInput ? input : output;
    if (place != nullptr) return driver;
    place = &pin;
  }
  if (input == nullptr || output == nullptr || !output->function || output->has_three_state ||
      output->function->inputs() != std::vector{input->name}) {
    return driver;
  }
  const std::uint64_t both[] = {0b10};
  const std::uint64_t result = output->function->Evaluate(both) & 0b11;
  if (result == 0b10 || result == 0b01) driver = {&cell, result == 0b01, input->capacitance_ff};
  return driver;
}

}  // namespace

std::string PortConstraint(const Library& library) {
  Driver best;
  for (const auto& [name, cell] : library.cells()) {
    const Driver driver = AsDriver(cell);
    if (driver.cell == nullptr) continue;
    const auto rank = [](const Driver& d) { return std::pair(d.inverts, d.cell->area_um2); };
    if (best.cell == nullptr || rank(driver) < rank(best)) best = driver;
  }
  if (best.cell == nullptr) return "";
  return fmt::format("set_driving_cell {}\nset_load {:.3f}\n", best.cell->name,
                     kFanout * best.input_ff);
}

}  // namespace macroscope
