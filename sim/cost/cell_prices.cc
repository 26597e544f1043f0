#include "sim/cost/cell_prices.h"

#include <fmt/format.h>

#include "sim/base/build_error.h"

namespace macroscope {

CellPrices::CellPrices(const Library& library, const CellShape& shape)
    : shape_(shape),
      file_(library.file().path().string()),
      arcs_(ReadCellArcs(library, *shape.cell)),
      of_pin_(shape.cell->pins.size()) {
  for (const PowerArc& arc : arcs_.power) {
    of_pin_[arc.pin].push_back(
        {&arc, arc.when ? shape.Table(*arc.when) : std::vector<std::uint8_t>{}});
  }
  leakage_nw_.assign(shape.state_count(), 0);
  std::vector<bool> is_known(shape.state_count(), false);
  for (const LeakageState& leakage : arcs_.leakage) {
    const std::vector<std::uint8_t> applies =
        leakage.when ? shape.Table(*leakage.when)
                     : std::vector<std::uint8_t>(shape.state_count(), 1);
    for (std::uint32_t s = 0; s < shape.state_count(); ++s) {
      if (applies[s] == 0 || is_known[s]) continue;
      leakage_nw_[s] = leakage.leakage_nw;
      is_known[s] = true;
    }
  }
}

double CellPrices::MeanFj(const std::vector<const Group*>& groups, bool rises, double slew_ps,
                          double load_ff) const {
  double sum = 0;
  int count = 0;
  for (const Group* group : groups) {
    const auto& table = rises ? group->arc->rise_fj : group->arc->fall_fj;
    if (!table) continue;
    sum += table->At(slew_ps, load_ff);
    ++count;
  }
  return count == 0 ? 0 : sum / count;
}

double CellPrices::InputFj(int input, std::uint32_t state, double slew_ps) const {
  // A group with a condition that holds says more than one without.
  std::vector<const Group*> conditional, plain;
  for (const Group& group : of_pin_[shape_.inputs[input]]) {
    if (group.applies.empty()) plain.push_back(&group);
    if (!group.applies.empty() && group.applies[state] != 0) conditional.push_back(&group);
  }
  const bool rises = (state >> input & 1) != 0;
  return MeanFj(conditional.empty() ? plain : conditional, rises, slew_ps, 0);
}

double CellPrices::OutputFj(int output, int input, bool rises, std::uint32_t state, double slew_ps,
                            double load_ff) const {
  const std::vector<Group>& groups = of_pin_[shape_.outputs[output].pin];
  std::vector<const Group*> exact, plain, of_input, all;
  for (const Group& group : groups) {
    all.push_back(&group);
    if (group.arc->related_pin >= 0 && group.arc->related_pin != shape_.inputs[input]) continue;
    of_input.push_back(&group);
    if (group.applies.empty()) plain.push_back(&group);
    if (!group.applies.empty() && group.applies[state] != 0) exact.push_back(&group);
  }
  for (const auto* choice : {&exact, &plain, &of_input, &all}) {
    if (!choice->empty()) return MeanFj(*choice, rises, slew_ps, load_ff);
  }
  const LibertyPin& pin = shape_.cell->pins[shape_.outputs[output].pin];
  throw BuildError(fmt::format(
      "{}:{}: {}/{}: no internal_power; energies need a library that has it in all cells", file_,
      pin.group->line, shape_.cell->name, pin.name));
}

}  // namespace macroscope
