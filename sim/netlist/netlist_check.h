// The mapped netlist against the laws: synthesis is checked, not trusted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/common/unit.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/effort.h"
#include "sim/netlist/netlist.h"

namespace macroscope {

struct NetlistCheck {
  std::uint64_t cases = 0;  // Operations, or cycles of all streams for clocked designs; never 0.
  std::string extent;       // "exhaustive", "random, seed 1", "64 cycles of 256 streams, seed 1"
  // The first difference: operands or cycle, and both values. Empty if there was none.
  std::optional<std::string> mismatch;
};

// Operation form without registers: at least `cases` random operations, biased to corners, against
// Unit::Evaluate; all of them, if there are no more than that.
// Otherwise: streams with random valid, ready, clear and operands, all ports compared in every
// cycle with CycleModel, from a reset of random states. Throws BuildError for a netlist that cannot
// be simulated.
NetlistCheck CheckNetlist(const Unit& unit, const Netlist& netlist, std::uint64_t cases,
                          std::uint64_t seed);

// The same for the two netlists whose areas the synthesis model reports, the one that keeps its
// stages and the flat one, at one level of effort: mapped, or taken from the cache. `cases` each.
NetlistCheck CheckMappedNetlists(const Unit& unit, const CellLibrary& library, std::uint64_t cases,
                                 std::uint64_t seed, std::string_view effort = kDefaultEffort);

}  // namespace macroscope
