// RTL to gates: Yosys and ABC map a design to the cells of a library.
//
// The recipe is area-oriented, as the published gate counts that we compare with are: amap with
// structural choices, then buffers for high fan-out, then gate sizes for speed. Yosys knows no
// multiplier or adder architectures to speak of; those are the RTL's job.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/common/unit.h"
#include "sim/base/cache.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/netlist.h"

namespace macroscope {

struct MappingRequest {
  RtlDescription rtl;
  // Instances in the top module that keep their boundary, so that the cost of each can be told;
  // everything below them is flattened into them, everything else into the top. Empty: one flat
  // netlist, optimised as a whole.
  std::vector<std::string> kept_instances;
};

struct Mapping {
  std::filesystem::path folder;  // netlist.json, netlist.v and Yosys' log
  std::string tools;             // "Yosys 0.23"
};

// Maps, or finds the same mapping in the cache. Throws BuildError with what Yosys said.
Mapping MapDesign(const MappingRequest& request, const CellLibrary& library,
                  Cache& cache = Cache::Default());

// MapDesign and ReadYosysJson.
Netlist MapToNetlist(const MappingRequest& request, const CellLibrary& library,
                     Cache& cache = Cache::Default());

// The request for a unit's RTL that keeps each stage, each register between them, the accumulator's
// register, and thus leaves the glue in the top module.
MappingRequest KeepingStages(const Unit& unit);
// And the one for a flat netlist.
MappingRequest Flattened(const Unit& unit);

}  // namespace macroscope
