// RTL to gates: Yosys and ABC map a design to the cells of a library.
//
// The default effort is area-oriented, as the published gate counts that we compare with are. Yosys
// knows no multiplier or adder architectures to speak of; those are the RTL's job.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/common/unit.h"
#include "sim/base/cache.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/effort.h"
#include "sim/netlist/netlist.h"

namespace macroscope {

struct MappingRequest {
  RtlDescription rtl;
  // Instances in the top module that keep their boundary, so that the cost of each can be told;
  // everything below them is flattened into them, everything else into the top. Empty: one flat
  // netlist, optimised as a whole.
  std::vector<std::string> kept_instances;
  // A level of sim/netlist/effort.h. No level needs to know the clock: sim/netlist/met_clock.h
  // tries them against it.
  std::string effort = std::string(kDefaultEffort);
};

struct Mapping {
  std::filesystem::path folder;  // netlist.json, netlist.v and Yosys' log
  std::string tools;             // "Yosys 0.23"
};

// Maps, or finds the same mapping in the cache. Throws BuildError with what Yosys said, or with
// what the library lacks.
Mapping MapDesign(const MappingRequest& request, const CellLibrary& library,
                  Cache& cache = Cache::Default());

// MapDesign and ReadYosysJson.
Netlist MapToNetlist(const MappingRequest& request, const CellLibrary& library,
                     Cache& cache = Cache::Default());

// The request for a unit's RTL that keeps each stage, each register between them, the accumulator's
// register, and thus leaves the glue in the top module.
MappingRequest KeepingStages(const Unit& unit, std::string_view effort = kDefaultEffort);
// And the one for a flat netlist.
MappingRequest Flattened(const Unit& unit, std::string_view effort = kDefaultEffort);

}  // namespace macroscope
