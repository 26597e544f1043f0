#include "sim/sweep/design_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "sim/cosim/compare.h"
#include "sim/cosim/cosim.h"
#include "sim/cosim/engine.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_check.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {
namespace {

// All operations if there are no more than `cases`; else all pairs of operands, each with as many
// random c as that allows; else random operations.
std::unique_ptr<OperandSource> MakeSource(const Unit& unit, std::uint64_t cases,
                                          std::uint64_t seed) {
  const Design& design = unit.design();
  const int pair_bits = unit.a_bits() + unit.b_bits();
  const auto at_most = [cases](int bits) {
    return bits <= kMostExhaustiveBits && (std::uint64_t{1} << bits) <= cases;
  };
  const int all_bits = pair_bits + unit.c_bits() + unit.r_bits();
  if (Exhaustive::CoversAll(design, unit.c_bits()) && at_most(all_bits)) {
    return std::make_unique<Exhaustive>(design, unit.c_bits());
  }
  if (Exhaustive::CoversPairs(design) && at_most(pair_bits)) {
    return std::make_unique<Exhaustive>(design, unit.c_bits(), seed, cases >> pair_bits);
  }
  return MakeRandomSource(design, unit.c_bits(), seed);
}

Check CheckEngines(const Unit& unit, const char* expected, const char* actual, std::uint64_t cases,
                   std::uint64_t seed) {
  const auto first = MakeEngine(expected, unit.design());
  const auto second = MakeEngine(actual, unit.design());
  const auto source = MakeSource(unit, cases, seed);
  const CompareReport report = CompareEngines(unit, *first, *second, *source, cases);
  const std::string engines = fmt::format("{} = {}", expected, actual);
  if (!report.ok) throw CheckFailed(fmt::format("{}: {}", engines, report.mismatch));
  return {engines, report.extent, report.cases};
}

Check CheckLockstep(const Design& design, const CheckExtent& extent) {
  const CosimReport report =
      RunCosim(design, {.cycles = extent.lockstep_cycles, .seed = extent.seed, .trace_file = ""});
  if (!report.ok) throw CheckFailed("systemc = rtl: " + report.mismatch);
  if (report.cycles == 0 || report.operations == 0) {
    throw CheckFailed("systemc = rtl: no operation was compared");
  }
  return {"systemc = rtl", fmt::format("cycles under random stalls, seed {}", extent.seed),
          report.cycles};
}

Check CheckGates(const Unit& unit, const Netlist& netlist, const std::string& engines,
                 const CheckExtent& extent) {
  const NetlistCheck check = CheckNetlist(unit, netlist, extent.netlist_cases, extent.seed);
  if (check.mismatch) throw CheckFailed(engines + ": " + *check.mismatch);
  if (check.cases == 0) throw CheckFailed(engines + ": no operation was compared");
  return {engines, check.extent, check.cases};
}

}  // namespace

std::string CheckExtent::Text() const {
  return fmt::format("{} {} {} {} {}", reference_cases, rtl_cases, lockstep_cycles, netlist_cases,
                     seed);
}

std::vector<Check> CheckDesign(const Design& design, const CheckExtent& extent) {
  const auto unit = MakeUnit(design);
  return {CheckEngines(*unit, "reference", "law", extent.reference_cases, extent.seed),
          CheckEngines(*unit, "law", "rtl", extent.rtl_cases, extent.seed),
          CheckLockstep(design, extent)};
}

std::vector<Check> CheckMappedNetlist(const Unit& unit, const Technology& technology,
                                      const std::string& effort, const CheckExtent& extent) {
  if (technology.liberty.empty()) return {};
  const CellLibrary library = OpenCellLibrary(technology.liberty, technology.dont_use);
  const std::string_view level = effort.empty() ? kDefaultEffort : std::string_view(effort);
  return {CheckGates(unit, MapToNetlist(KeepingStages(unit, level), library),
                     fmt::format("law = netlist ({})", technology.name), extent),
          CheckGates(unit, MapToNetlist(Flattened(unit, level), library),
                     fmt::format("law = flat netlist ({})", technology.name), extent)};
}

}  // namespace macroscope
