// The groups `internal_power` and `leakage_power` of a cell. A library may tell them apart by
// supply (related_pg_pin); what a transition or a state costs is the sum.
#include <fmt/format.h>

#include <algorithm>

#include "sim/base/build_error.h"
#include "sim/netlist/cell_arcs.h"
#include "sim/netlist/liberty_number.h"
#include "sim/netlist/table_reader.h"

namespace macroscope {
namespace {

// What makes two groups of different supplies belong together.
struct Condition {
  int pin = -1;
  int related_pin = -1;
  std::string_view when;
  std::vector<std::string_view> supplies;  // Those added up so far.

  bool Takes(const Condition& other) const {
    return pin == other.pin && related_pin == other.related_pin && when == other.when &&
           !other.supplies[0].empty() && std::ranges::count(supplies, other.supplies[0]) == 0;
  }
};

// The one to add a group of condition `from` to, among the earlier ones; or its own, at the end.
std::size_t PlaceFor(const Condition& from, std::vector<Condition>& conditions) {
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    if (!conditions[i].Takes(from)) continue;
    conditions[i].supplies.push_back(from.supplies[0]);
    return i;
  }
  conditions.push_back(from);
  return conditions.size() - 1;
}

void Add(const std::optional<LookupTable>& from, std::optional<LookupTable>& to) {
  if (from) to = to ? Sum(*to, *from) : *from;
}

PowerArc ReadTables(const TableReader& reader, const LibertyGroup& power, const LibertyPin& pin,
                    double unit_fj) {
  PowerArc arc;
  arc.line = power.line;
  arc.when = reader.When(power, pin.name);
  const std::optional<LookupTable> both = reader.Read(power, "power", pin, unit_fj);
  arc.rise_fj = both;
  arc.fall_fj = both;
  if (!both) {
    arc.rise_fj = reader.Read(power, "rise_power", pin, unit_fj);
    arc.fall_fj = reader.Read(power, "fall_power", pin, unit_fj);
  }
  return arc;
}

}  // namespace

std::vector<PowerArc> ReadPowerArcs(const Library& library, const LibertyCell& cell) {
  const TableReader reader(library, cell);
  std::vector<PowerArc> arcs;
  std::vector<Condition> conditions;  // One an arc.
  for (std::size_t pin = 0; pin < cell.pins.size(); ++pin) {
    for (const LibertyGroup& power : cell.pins[pin].group->groups) {
      if (power.type != "internal_power") continue;
      PowerArc arc = ReadTables(reader, power, cell.pins[pin], library.energy_unit_fj());
      if (!arc.rise_fj && !arc.fall_fj) continue;
      arc.pin = static_cast<int>(pin);
      std::vector<int> related = reader.RelatedPins(power, cell.pins[pin]);
      if (related.empty()) related.push_back(-1);
      for (const int from : related) {
        arc.related_pin = from;
        const std::size_t place = PlaceFor(
            {arc.pin, from, power.Value("when"), {power.Value("related_pg_pin")}}, conditions);
        if (place == arcs.size()) {
          arcs.push_back(arc);
        } else {
          Add(arc.rise_fj, arcs[place].rise_fj);
          Add(arc.fall_fj, arcs[place].fall_fj);
        }
      }
    }
  }
  return arcs;
}

std::vector<LeakageState> ReadLeakage(const Library& library, const LibertyCell& cell) {
  const TableReader reader(library, cell);
  std::vector<LeakageState> states;
  std::vector<Condition> conditions;
  for (const LibertyGroup& leakage : cell.group->groups) {
    if (leakage.type != "leakage_power") continue;
    double value = 0;
    std::string_view rest;
    if (!SplitLibertyNumber(leakage.Value("value"), value, rest) || !rest.empty()) {
      throw BuildError(fmt::format("{}:{}: {}: leakage_power is `{}`; a number is expected",
                                   library.file().path().string(), leakage.line, cell.name,
                                   leakage.Value("value")));
    }
    const std::size_t place =
        PlaceFor({-1, -1, leakage.Value("when"), {leakage.Value("related_pg_pin")}}, conditions);
    if (place == states.size()) states.push_back({reader.When(leakage, "leakage_power"), 0});
    states[place].leakage_nw += value * library.leakage_unit_nw();
  }
  // Several plain ones would each be the whole cell's; the first stands for all.
  std::optional<double> plain;
  std::erase_if(states, [&](const LeakageState& state) {
    if (!state.when && !plain) plain = state.leakage_nw;
    return !state.when;
  });
  if (cell.group->Find("cell_leakage_power") != nullptr || !plain) plain = cell.leakage_nw;
  states.push_back({std::nullopt, *plain});
  return states;
}

}  // namespace macroscope
