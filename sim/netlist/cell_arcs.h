// What a Liberty cell's delays, internal energies and leakage are: its tables, read when a cell is
// used, since libraries hold many more cells than a netlist.
#pragma once

#include <optional>
#include <vector>

#include "sim/netlist/liberty.h"
#include "sim/netlist/logic_expression.h"
#include "sim/netlist/lookup_table.h"
#include "sim/netlist/unateness.h"

namespace macroscope {

// Which edge of the related pin starts it, or which edge of the clock it is a constraint to.
enum class TimingType {
  kCombinational,
  kRisingEdge,
  kFallingEdge,
  kSetupRising,
  kSetupFalling,
  kOther,  // Holds, recoveries, clears, presets, three-state: not used, kept for messages.
};

// A group `timing` of a pin. Times in ps. Pins are indices into LibertyCell::pins.
struct TimingArc {
  int pin = 0;          // The output, or the constrained input.
  int related_pin = 0;  // The input, or the clock.
  TimingSense sense = TimingSense::kNonUnate;
  TimingType type = TimingType::kCombinational;
  std::optional<LogicExpression> when;  // Of the cell's pins.
  // Delay arcs: cell_rise, cell_fall, rise_transition, fall_transition, by the output's edge.
  std::optional<LookupTable> cell_rise, cell_fall, rise_transition, fall_transition;
  // Constraints: slew_ps is that of the constrained pin, load_ff stands for the slew of the related
  // pin, in ps.
  std::optional<LookupTable> rise_constraint, fall_constraint;
  int line = 0;  // In the Liberty file.
};

// A group `internal_power` of a pin, or several that differ in the supply alone (related_pg_pin):
// their sum. Energies in fJ a transition of `pin`; those of inputs may be negative.
struct PowerArc {
  int pin = 0;
  int related_pin = -1;                         // -1: whatever made the pin change (inputs).
  std::optional<LogicExpression> when;          // Of the cell's pins and states.
  std::optional<LookupTable> rise_fj, fall_fj;  // `power` is both.
  int line = 0;
};

struct LeakageState {
  std::optional<LogicExpression> when;  // Empty: every state that no other names.
  double leakage_nw = 0;
};

struct CellArcs {
  const LibertyCell* cell = nullptr;
  std::vector<TimingArc> timing;
  std::vector<PowerArc> power;
  std::vector<LeakageState> leakage;  // At least one; the cell's plain leakage comes last.
};

// Reads a cell's groups. Unknown attributes and groups are passed over; a table that is there and
// makes no sense is an error with its line. Throws BuildError `file:line: ...`.
CellArcs ReadCellArcs(const Library& library, const LibertyCell& cell);

// Its three parts, for those who need one.
std::vector<TimingArc> ReadTimingArcs(const Library& library, const LibertyCell& cell);
std::vector<PowerArc> ReadPowerArcs(const Library& library, const LibertyCell& cell);
std::vector<LeakageState> ReadLeakage(const Library& library, const LibertyCell& cell);

}  // namespace macroscope
