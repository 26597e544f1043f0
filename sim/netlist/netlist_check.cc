#include "sim/netlist/netlist_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <vector>

#include "models/common/cycle_model.h"
#include "sim/base/build_error.h"
#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_evaluator.h"
#include "sim/stimulus/corner_biased.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random.h"

namespace macroscope {
namespace {

constexpr std::size_t kStreams = GateSimulator::kStreams;
constexpr std::size_t kBlock = 64 * kStreams;

std::span<const std::uint64_t> Limbs(const std::vector<std::uint64_t>& words, std::size_t index,
                                     std::size_t limbs) {
  return std::span(words).subspan(index * limbs, limbs);
}

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
  return std::make_unique<CornerBiased>(design, unit.c_bits(), seed);
}

NetlistCheck CheckOperations(const Unit& unit, const Netlist& netlist, std::uint64_t cases,
                             std::uint64_t seed) {
  NetlistEvaluator evaluator(netlist);
  const std::unique_ptr<OperandSource> source = Source(unit, cases, seed);
  NetlistCheck check;
  check.extent = source->extent();
  const auto limbs = static_cast<std::size_t>(unit.c_limbs());
  std::vector<std::uint64_t> a(kBlock), b(kBlock), c(kBlock * limbs);
  std::vector<std::uint64_t> expected(kBlock * limbs), z(kBlock * limbs);
  while (check.cases < cases && !check.mismatch) {
    const std::size_t asked = std::min<std::uint64_t>(kBlock, cases - check.cases);
    const std::size_t count = source->Fill(std::span(a).first(asked), std::span(b).first(asked),
                                           std::span(c).first(asked * limbs));
    if (count == 0) break;
    const Operands in{std::span(a).first(count), std::span(b).first(count),
                      std::span(c).first(count * limbs)};
    unit.Evaluate(in, std::span(expected).first(count * limbs));
    evaluator.Evaluate(in, std::span(z).first(count * limbs));
    check.cases += count;
    const auto first =
        std::mismatch(z.begin(), z.begin() + static_cast<long>(count * limbs), expected.begin());
    if (first.first == z.begin() + static_cast<long>(count * limbs)) continue;
    const std::size_t i = static_cast<std::size_t>(first.first - z.begin()) / limbs;
    const auto hex = [&](const std::vector<std::uint64_t>& words) {
      return Hex(Bits::FromLimbs(Limbs(words, i, limbs)), unit.c_bits());
    };
    check.mismatch =
        fmt::format("a {} b {} c {}: the netlist gives {}, the law {}", Hex(a[i], unit.a_bits()),
                    Hex(b[i], unit.b_bits()), hex(c), hex(z), hex(expected));
  }
  return check;
}

// What drives one stream of a clocked design, and what it should show.
struct Stream {
  explicit Stream(const Unit& unit) : model(unit) {}
  CycleModel model;
  PortsIn in;
  // Of 8 cycles: how many offer operands, take results, clear.
  std::uint64_t valid_rate = 0, ready_rate = 0, clear_rate = 0;
};

class ClockedCheck {
 public:
  ClockedCheck(const Unit& unit, const Netlist& netlist, std::uint64_t seed)
      : unit_(unit),
        netlist_(netlist),
        simulator_(netlist),
        is_mac_(unit.design().form == Form::kMac),
        limbs_(static_cast<std::size_t>(unit.c_limbs())),
        random_(seed),
        source_(unit.design(), unit.c_bits(), seed) {
    for (std::size_t i = 0; i < kStreams; ++i) {
      Stream& stream = streams_.emplace_back(unit);
      stream.valid_rate = 2 + random_.Below(7);
      stream.ready_rate = 2 + random_.Below(7);
      stream.clear_rate = random_.Below(3);
    }
    simulator_.RandomizeStates(seed);
  }

  // Cycle 0 is the reset, and compares nothing.
  std::optional<std::string> Cycle(std::uint64_t cycle) {
    const bool reset = cycle == 0;
    source_.Fill(a_, b_, c_);
    for (std::size_t i = 0; i < kStreams; ++i) {
      Stream& stream = streams_[i];
      stream.in.reset_n = !reset;
      stream.in.valid = random_.Below(8) < stream.valid_rate;
      stream.in.ready = random_.Below(8) < stream.ready_rate;
      stream.in.clear = is_mac_ && random_.Below(8) < stream.clear_rate;
      stream.in.a = a_[i];
      stream.in.b = b_[i];
      stream.in.c = Bits::FromLimbs(Limbs(c_, i, limbs_));
    }
    DriveFlag("rst_ni", [](const PortsIn& in) { return in.reset_n; });
    DriveFlag("valid_i", [](const PortsIn& in) { return in.valid; });
    DriveFlag("ready_i", [](const PortsIn& in) { return in.ready; });
    if (is_mac_) DriveFlag("clear_i", [](const PortsIn& in) { return in.clear; });
    simulator_.Drive(Port("a_i"), a_);
    simulator_.Drive(Port("b_i"), b_);
    if (!is_mac_) simulator_.Drive(Port("c_i"), c_);
    simulator_.Settle();
    std::optional<std::string> mismatch;
    if (!reset) mismatch = Compare(cycle);
    simulator_.Clock();
    for (Stream& stream : streams_) stream.model.Clock(stream.in);
    return mismatch;
  }

 private:
  const NetlistPort& Port(const char* name) const {
    const NetlistPort* port = netlist_.FindPort(name);
    if (port == nullptr) {
      throw BuildError(fmt::format("{}: port {} is missing; the ports of a unit are expected",
                                   netlist_.top, name));
    }
    return *port;
  }

  template <typename Flag>
  void DriveFlag(const char* name, Flag flag) {
    std::array<std::uint64_t, kStreams> values;
    for (std::size_t i = 0; i < kStreams; ++i) values[i] = flag(streams_[i].in) ? 1 : 0;
    simulator_.Drive(Port(name), values);
  }

  std::optional<std::string> Compare(std::uint64_t cycle) {
    std::array<std::uint64_t, kStreams> ready{}, valid{};
    std::vector<std::uint64_t> z(kStreams * limbs_);
    simulator_.Sense(Port("ready_o"), ready);
    simulator_.Sense(Port("valid_o"), valid);
    simulator_.Sense(Port("z_o"), z);
    for (std::size_t i = 0; i < kStreams; ++i) {
      const PortsOut expected = streams_[i].model.Outputs(streams_[i].in);
      const auto differs = [&](const char* port, const std::string& got, const std::string& law) {
        return fmt::format("stream {}, cycle {}: {} of the netlist is {}, the cycle model's {}", i,
                           cycle, port, got, law);
      };
      if ((ready[i] != 0) != expected.ready) {
        return differs("ready_o", std::to_string(ready[i]), std::to_string(expected.ready));
      }
      if ((valid[i] != 0) != expected.valid) {
        return differs("valid_o", std::to_string(valid[i]), std::to_string(expected.valid));
      }
      const Bits got = Bits::FromLimbs(Limbs(z, i, limbs_));
      if (expected.valid && got != expected.z) {
        return differs("z_o", Hex(got, unit_.c_bits()), Hex(expected.z, unit_.c_bits()));
      }
    }
    return std::nullopt;
  }

  const Unit& unit_;
  const Netlist& netlist_;
  GateSimulator simulator_;
  bool is_mac_;
  std::size_t limbs_;
  Random random_;
  CornerBiased source_;
  std::deque<Stream> streams_;
  std::vector<std::uint64_t> a_ = std::vector<std::uint64_t>(kStreams);
  std::vector<std::uint64_t> b_ = std::vector<std::uint64_t>(kStreams);
  std::vector<std::uint64_t> c_ = std::vector<std::uint64_t>(kStreams * limbs_);
};

NetlistCheck CheckCycles(const Unit& unit, const Netlist& netlist, std::uint64_t cases,
                         std::uint64_t seed) {
  ClockedCheck clocked(unit, netlist, seed);
  const std::uint64_t cycles = std::max<std::uint64_t>(16, (cases + kStreams - 1) / kStreams);
  NetlistCheck check;
  check.extent = fmt::format("{} streams of {} cycles, seed {}", kStreams, cycles, seed);
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
                                 std::uint64_t seed) {
  NetlistCheck all = CheckNetlist(unit, MapToNetlist(KeepingStages(unit), library), cases, seed);
  if (all.mismatch) {
    all.mismatch = "netlist by stages: " + *all.mismatch;
    return all;
  }
  const NetlistCheck flat = CheckNetlist(unit, MapToNetlist(Flattened(unit), library), cases, seed);
  all.cases += flat.cases;
  if (flat.mismatch) all.mismatch = "flat netlist: " + *flat.mismatch;
  return all;
}

}  // namespace macroscope
