#include "sim/timing/cell_timing.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

class Checker {
 public:
  Checker(const Library& library, const LibertyCell& cell, const std::vector<TimingArc>& arcs)
      : library_(library), cell_(cell), arcs_(arcs) {}

  void Check() const {
    for (const TimingArc& arc : arcs_) CheckSlews(arc);
    if (cell_.sequential && cell_.sequential->is_latch) return;
    for (std::size_t pin = 0; pin < cell_.pins.size(); ++pin) {
      if (cell_.pins[pin].function && !cell_.pins[pin].has_three_state) {
        CheckOutput(static_cast<int>(pin), *cell_.pins[pin].function);
      }
    }
    if (!cell_.sequential || !cell_.sequential->next_state) return;
    for (const std::string& name : cell_.sequential->next_state->inputs()) CheckSetup(name);
  }

 private:
  [[noreturn]] void Fail(int line, int pin, std::string_view what, std::string_view right) const {
    throw BuildError(fmt::format("{}:{}: {}/{}: {}; {}", library_.file().path().string(), line,
                                 cell_.name, cell_.pins[pin].name, what, right));
  }

  void CheckSlews(const TimingArc& arc) const {
    for (const int edge : kEdges) {
      if (DelayTable(arc, edge) && !SlewTable(arc, edge)) {
        Fail(arc.line, arc.pin,
             fmt::format("no {}_transition from {}", edge == kRise ? "rise" : "fall",
                         cell_.pins[arc.related_pin].name),
             "a delay needs the slew that goes with it");
      }
    }
  }

  // The inputs that an output's function depends on each need a delay; its state, one from a clock.
  void CheckOutput(int pin, const LogicExpression& function) const {
    const std::vector<std::optional<bool>> nothing(function.inputs().size());
    for (std::size_t i = 0; i < function.inputs().size(); ++i) {
      if (!SenseOf(function, static_cast<int>(i), nothing)) continue;
      const LibertyPin* input = cell_.FindPin(function.inputs()[i]);
      const std::string_view from = input == nullptr ? "its clock" : std::string_view(input->name);
      for (const int edge : kEdges) {
        const bool has_delay = std::ranges::any_of(arcs_, [&](const TimingArc& arc) {
          return arc.pin == pin && DelayTable(arc, edge) &&
                 (input == nullptr ? IsLaunch(arc) : &cell_.pins[arc.related_pin] == input);
        });
        if (!has_delay) {
          Fail(cell_.pins[pin].group->line, pin,
               fmt::format("no cell_{} from {}", edge == kRise ? "rise" : "fall", from),
               "a `timing` group with that table is expected");
        }
      }
    }
  }

  void CheckSetup(const std::string& name) const {
    const LibertyPin* data = cell_.FindPin(name);
    if (data == nullptr) return;
    const auto pin = static_cast<int>(data - cell_.pins.data());
    for (const int edge : kEdges) {
      const bool has_setup = std::ranges::any_of(arcs_, [&](const TimingArc& arc) {
        return arc.pin == pin && IsSetup(arc) && SetupTable(arc, edge);
      });
      if (!has_setup) {
        Fail(data->group->line, pin,
             fmt::format("no setup time as it {}s", edge == kRise ? "rise" : "fall"),
             "a `timing` group of type setup_rising is expected");
      }
    }
  }

  const Library& library_;
  const LibertyCell& cell_;
  const std::vector<TimingArc>& arcs_;
};

}  // namespace

CellTimings ReadCellTimings(const Netlist& netlist) {
  CellTimings timings;
  for (const NetlistInstance& instance : netlist.instances) {
    const auto [it, is_new] = timings.try_emplace(instance.cell);
    if (!is_new) continue;
    it->second = ReadTimingArcs(*netlist.library, *instance.cell);
    Checker(*netlist.library, *instance.cell, it->second).Check();
  }
  return timings;
}

}  // namespace macroscope
