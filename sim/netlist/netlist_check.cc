#include "sim/netlist/netlist_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "sim/netlist/clocked_netlist_check.h"
#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_evaluator.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {
namespace {

constexpr std::size_t kStreams = ClockedNetlistCheck::kStreams;
constexpr std::size_t kBlock = 64 * GateSimulator::kStreams;

// All operations, or all pairs, if `cases` covers them; else random ones.
std::unique_ptr<OperandSource> Source(const Unit& unit, std::uint64_t cases, std::uint64_t seed) {
  const Design& design = unit.design();
  if (Exhaustive::CoversAll(design, unit.c_bits())) {
    auto all = std::make_unique<Exhaustive>(design, unit.c_bits());
    if (all->size() <= cases) return all;
  }
  if (Exhaustive::CoversPairs(design)) {
    auto pairs = std::make_unique<Exhaustive>(design, unit.c_bits(), seed);
    if (pairs->size() <= cases) {
      return std::make_unique<Exhaustive>(design, unit.c_bits(), seed, cases / pairs->size());
    }
  }
  return MakeRandomSource(design, unit.c_bits(), seed);
}

NetlistCheck CheckOperations(const Unit& unit, const Netlist& netlist, std::uint64_t cases,
                             std::uint64_t seed) {
  NetlistEvaluator evaluator(netlist);
  const std::unique_ptr<OperandSource> source = Source(unit, cases, seed);
  NetlistCheck check;
  check.extent = source->extent();
  const auto limbs = static_cast<std::size_t>(unit.z_limbs());
  OperandBlock block(kBlock, unit.limbs());
  std::vector<std::uint64_t> expected(kBlock * limbs), z(kBlock * limbs);
  std::vector<std::uint8_t> expected_flags(kBlock), flags(kBlock);
  while (check.cases < cases && !check.mismatch) {
    const std::size_t asked = std::min<std::uint64_t>(kBlock, cases - check.cases);
    const std::size_t count = source->Fill(block.Buffers(asked));
    if (count == 0) break;
    const Operands in = block.First(count);
    unit.Evaluate(in, expected, expected_flags);
    evaluator.Evaluate(in, std::span(z).first(count * limbs), flags);
    check.cases += count;
    for (std::size_t i = 0; i < count && !check.mismatch; ++i) {
      const auto word = [&](const std::vector<std::uint64_t>& words) {
        return Bits::FromLimbs(std::span(words).subspan(i * limbs, limbs));
      };
      if (word(z) == word(expected) && flags[i] == expected_flags[i]) continue;
      check.mismatch = fmt::format("{}: the netlist gives {} flags {:02x}, the law {} flags {:02x}",
                                   Describe(unit, block.At(i)), Hex(word(z), unit.z_bits()),
                                   flags[i], Hex(word(expected), unit.z_bits()), expected_flags[i]);
    }
  }
  return check;
}

NetlistCheck CheckCycles(const Unit& unit, const Netlist& netlist, std::uint64_t cases,
                         std::uint64_t seed) {
  ClockedNetlistCheck clocked(unit, netlist, seed);
  const std::uint64_t cycles = std::max<std::uint64_t>(16, (cases + kStreams - 1) / kStreams);
  NetlistCheck check;
  check.extent = fmt::format("in {} streams of {} cycles, seed {}", kStreams, cycles, seed);
  for (std::uint64_t cycle = 0; cycle <= cycles && !check.mismatch; ++cycle) {
    check.mismatch = clocked.Cycle(cycle);
    if (cycle > 0) check.cases += kStreams;
  }
  return check;
}

}  // namespace

NetlistCheck CheckNetlist(const Unit& unit, const Netlist& netlist, std::uint64_t cases,
                          std::uint64_t seed) {
  const bool is_clocked = unit.design().form == Form::kMac || unit.design().structure.cuts != 0;
  cases = std::max<std::uint64_t>(cases, 1);
  return is_clocked ? CheckCycles(unit, netlist, cases, seed)
                    : CheckOperations(unit, netlist, cases, seed);
}

NetlistCheck CheckMappedNetlists(const Unit& unit, const CellLibrary& library, std::uint64_t cases,
                                 std::uint64_t seed, std::string_view effort) {
  NetlistCheck all =
      CheckNetlist(unit, MapToNetlist(KeepingStages(unit, effort), library), cases, seed);
  if (all.mismatch) {
    all.mismatch = "netlist by stages: " + *all.mismatch;
    return all;
  }
  const NetlistCheck flat =
      CheckNetlist(unit, MapToNetlist(Flattened(unit, effort), library), cases, seed);
  all.cases += flat.cases;
  if (flat.mismatch) all.mismatch = "flat netlist: " + *flat.mismatch;
  return all;
}

}  // namespace macroscope
