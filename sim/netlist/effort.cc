#include "sim/netlist/effort.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "sim/base/build_error.h"
#include "sim/config/technology.h"

namespace macroscope {
namespace {

// Equivalences that take &fraig's solver more than 100 conflicts are left: what the products of
// many lanes sum to has such. Of a 32-lane unit of fp8_e5m2, 10,000 conflicts find 0.2 % more of
// the nodes in 55 s instead of 2 s; ABC's own limit, a million, is hours.
constexpr std::array kLevels = {
    // Redundancies out, then rewriting for size (dc2), which undoes the RTL's trees where a chain
    // is smaller; mapping for area (amap) over structural choices (dch).
    EffortLevel{"area", "least area; delay as it comes",
                "strash;&get,-n;&fraig,-x,-C,100;&put;scorr;dc2;strash;dch,-f;amap;topo;"
                "buffer,-c,-N,16;upsize;dnsize",
                false},
    // Rewriting that never deepens a path, so that prefix trees survive, and the same mapping for
    // area.
    EffortLevel{
        "balanced", "short paths at little more area",
        "strash;&get,-n;&fraig,-x,-C,100;&put;scorr;balance;rewrite;refactor;balance;rewrite;"
        "rewrite,-z;balance;refactor,-z;rewrite,-z;balance;strash;dch,-f;amap;topo;"
        "buffer,-p,-N,16;upsize;dnsize",
        true},
    // Logic rebuilt from 6-input functions as balanced as their inputs' arrival allows (&if -g),
    // then mapping for delay (&nf) over choices.
    EffortLevel{
        "speed", "least delay; area as it comes",
        "strash;&get,-n;&fraig,-x,-C,100;&put;scorr;strash;&get,-n;&st;&if,-g,-K,6;&dch,-f;&nf;"
        "&put;topo;buffer,-p,-N,16;upsize;dnsize",
        true},
};

static_assert(std::ranges::equal(kLevels, kEffortNames, {}, &EffortLevel::name));
static_assert(kLevels[0].name == kDefaultEffort);

}  // namespace

std::span<const EffortLevel> EffortLevels() { return kLevels; }

const EffortLevel& FindEffort(std::string_view name) {
  const auto* level = std::ranges::find(kLevels, name, &EffortLevel::name);
  if (level != kLevels.end()) return *level;
  std::string names;
  for (const EffortLevel& known : kLevels) names += fmt::format(" {}", known.name);
  throw BuildError(fmt::format("there is no synthesis effort '{}'; there are:{}", name, names));
}

}  // namespace macroscope
