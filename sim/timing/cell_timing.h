// The delay and setup tables of the cells that a netlist uses, known to be complete.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "sim/netlist/cell_arcs.h"
#include "sim/netlist/netlist.h"

namespace macroscope {

inline constexpr int kRise = 0;
inline constexpr int kFall = 1;
inline constexpr std::array<int, 2> kEdges = {kRise, kFall};

using CellTimings = std::map<const LibertyCell*, std::vector<TimingArc>>;

// Reads each cell once. Throws BuildError with cell, pin and line if an edge of an output has no
// delay or slew from an input that makes it, or a flip-flop's data has no setup time.
CellTimings ReadCellTimings(const Netlist& netlist);

// By the output's edge, or by that of the data. Empty: the arc does not make it.
inline const std::optional<LookupTable>& DelayTable(const TimingArc& arc, int edge) {
  return edge == kRise ? arc.cell_rise : arc.cell_fall;
}
inline const std::optional<LookupTable>& SlewTable(const TimingArc& arc, int edge) {
  return edge == kRise ? arc.rise_transition : arc.fall_transition;
}
inline const std::optional<LookupTable>& SetupTable(const TimingArc& arc, int edge) {
  return edge == kRise ? arc.rise_constraint : arc.fall_constraint;
}

inline bool IsDelay(const TimingArc& arc) {
  return arc.type == TimingType::kCombinational || arc.type == TimingType::kRisingEdge ||
         arc.type == TimingType::kFallingEdge;
}
// From a clock's edge.
inline bool IsLaunch(const TimingArc& arc) {
  return IsDelay(arc) && arc.type != TimingType::kCombinational;
}
inline bool IsSetup(const TimingArc& arc) {
  return arc.type == TimingType::kSetupRising || arc.type == TimingType::kSetupFalling;
}

// Whether, by its sense, this edge of the input makes that edge of the output.
inline bool Makes(TimingSense sense, int input_edge, int output_edge) {
  return sense == TimingSense::kNonUnate ||
         (sense == TimingSense::kPositiveUnate) == (input_edge == output_edge);
}

}  // namespace macroscope
