// The groups `timing` of a cell's pins. A library's slew_derate_from_library and thresholds are not
// applied: all slews here are the library's own, and go into its own tables again.
#include <fmt/format.h>

#include "sim/netlist/cell_arcs.h"
#include "sim/netlist/table_reader.h"

namespace macroscope {
namespace {

TimingType TypeOf(std::string_view name) {
  if (name.empty() || name == "combinational" || name == "combinational_rise" ||
      name == "combinational_fall") {
    return TimingType::kCombinational;
  }
  if (name == "rising_edge") return TimingType::kRisingEdge;
  if (name == "falling_edge") return TimingType::kFallingEdge;
  if (name == "setup_rising") return TimingType::kSetupRising;
  if (name == "setup_falling") return TimingType::kSetupFalling;
  return TimingType::kOther;
}

// As stated, else as the output's function says.
TimingSense SenseOfArc(const LibertyGroup& timing, const LibertyPin& output,
                       const std::string& input) {
  const std::string_view stated = timing.Value("timing_sense");
  if (stated == "positive_unate") return TimingSense::kPositiveUnate;
  if (stated == "negative_unate") return TimingSense::kNegativeUnate;
  if (!stated.empty() || !output.function) return TimingSense::kNonUnate;
  const std::vector<std::string>& inputs = output.function->inputs();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i] != input) continue;
    const std::vector<std::optional<bool>> nothing(inputs.size());
    return SenseOf(*output.function, static_cast<int>(i), nothing).value_or(TimingSense::kNonUnate);
  }
  return TimingSense::kNonUnate;
}

TimingArc ReadTables(const TableReader& reader, const LibertyGroup& timing, const LibertyPin& pin,
                     double unit_ps) {
  const std::string_view type = timing.Value("timing_type");
  TimingArc arc;
  arc.type = TypeOf(type);
  arc.line = timing.line;
  if (arc.type == TimingType::kOther) return arc;
  arc.when = reader.When(timing, pin.name);
  if (arc.type == TimingType::kSetupRising || arc.type == TimingType::kSetupFalling) {
    arc.rise_constraint = reader.Read(timing, "rise_constraint", pin, unit_ps);
    arc.fall_constraint = reader.Read(timing, "fall_constraint", pin, unit_ps);
    return arc;
  }
  if (type != "combinational_fall") {
    arc.cell_rise = reader.Read(timing, "cell_rise", pin, unit_ps);
    arc.rise_transition = reader.Read(timing, "rise_transition", pin, unit_ps);
  }
  if (type != "combinational_rise") {
    arc.cell_fall = reader.Read(timing, "cell_fall", pin, unit_ps);
    arc.fall_transition = reader.Read(timing, "fall_transition", pin, unit_ps);
  }
  return arc;
}

}  // namespace

std::vector<TimingArc> ReadTimingArcs(const Library& library, const LibertyCell& cell) {
  const TableReader reader(library, cell);
  std::vector<TimingArc> arcs;
  for (std::size_t pin = 0; pin < cell.pins.size(); ++pin) {
    for (const LibertyGroup& timing : cell.pins[pin].group->groups) {
      if (timing.type != "timing") continue;
      TimingArc arc = ReadTables(reader, timing, cell.pins[pin], library.time_unit_ps());
      arc.pin = static_cast<int>(pin);
      const std::vector<int> related = reader.RelatedPins(timing, cell.pins[pin]);
      if (related.empty() && arc.type != TimingType::kOther) {
        reader.Fail(timing.line, cell.pins[pin].name, "`timing` has no related_pin",
                    "the pin that it starts from is expected");
      }
      for (const int from : related) {
        arc.related_pin = from;
        arc.sense = SenseOfArc(timing, cell.pins[pin], cell.pins[from].name);
        arcs.push_back(arc);
      }
    }
  }
  return arcs;
}

}  // namespace macroscope
