#include "sim/cosim/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <vector>

#include "sim/cosim/bulk_engines.h"
#include "sim/cosim/rtl_dut.h"
#include "sim/cosim/tolerance.h"

namespace macroscope {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

std::string Explain(const Unit& unit, const Operation& operation) {
  const std::vector<Bits> law = unit.Trace(operation);
  const std::vector<std::optional<Bits>> rtl = TraceRtl(unit, operation);
  std::string all;
  for (std::size_t i = 0; i < law.size(); ++i) {
    const StageShape& stage = unit.stages()[i];
    if (!rtl[i] || *rtl[i] != law[i]) {
      return fmt::format("first stage that diverged: {}; law: {}; rtl: {}", stage.name,
                         Describe(stage, law[i]),
                         rtl[i] ? Describe(stage, *rtl[i]) : "never valid");
    }
    all += fmt::format("{}{}: {}", i == 0 ? "" : "; ", stage.name, Describe(stage, law[i]));
  }
  return "law and rtl agree in all stages: " + all;
}

// Results of one engine.
struct Results {
  std::vector<std::uint64_t> z;
  std::vector<std::uint8_t> flags;  // Empty: not compared.

  std::string Text(const Unit& unit, std::size_t i) const {
    const auto limbs = static_cast<std::size_t>(unit.z_limbs());
    const Bits word = Bits::FromLimbs(std::span(z).subspan(i * limbs, limbs));
    return Hex(word, unit.z_bits()) + (flags.empty() ? "" : fmt::format(" flags {:02x}", flags[i]));
  }
};

// The first of `count` operations whose results differ; `count` if there is none.
std::size_t FirstDifference(const Results& expected, const Results& actual, std::size_t count,
                            std::size_t limbs) {
  const auto z_end = expected.z.begin() + static_cast<std::ptrdiff_t>(count * limbs);
  const auto z = std::mismatch(expected.z.begin(), z_end, actual.z.begin()).first;
  std::size_t first = static_cast<std::size_t>(z - expected.z.begin()) / limbs;
  if (expected.flags.empty()) return first;
  const auto flags_end = expected.flags.begin() + static_cast<std::ptrdiff_t>(count);
  const auto flags = std::mismatch(expected.flags.begin(), flags_end, actual.flags.begin()).first;
  return std::min(first, static_cast<std::size_t>(flags - expected.flags.begin()));
}

// The same of a unit that approximates against the reference: results of one limb, no flags.
std::size_t FirstBeyondTolerance(const Unit& unit, const Results& expected, const Results& actual,
                                 std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!WithinTolerance(unit, expected.z[i], actual.z[i])) return i;
  }
  return count;
}

}  // namespace

std::string ExplainMismatch(const Unit& unit, const Operation& operation) {
  try {
    if (unit.design().form == Form::kOperation) return Explain(unit, operation);
    return Explain(*MakeUnit(OperationForm(unit.design())), operation);
  } catch (const std::exception& error) {
    // The mismatch itself must be reported whatever happens here.
    return fmt::format("(no stages to show: {})", error.what());
  }
}

CompareReport CompareEngines(const Unit& unit, Engine& expected, Engine& actual,
                             OperandSource& operands, std::uint64_t limit) {
  const auto limbs = static_cast<std::size_t>(unit.z_limbs());
  const bool has_flags = expected.has_flags() && actual.has_flags();
  OperandBlock block(kBlock, unit.limbs());
  Results of_expected, of_actual;
  for (Results* results : {&of_expected, &of_actual}) {
    results->z.resize(kBlock * limbs);
    results->flags.resize(has_flags ? kBlock : 0);
  }
  // The reference alone is correctly rounded; all others give the same bits.
  const bool tolerates = unit.tolerance_steps() > 0 &&
                         (expected.name() == "reference") != (actual.name() == "reference");
  CompareReport report;
  report.extent = operands.extent();
  while (report.cases < limit) {
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, limit - report.cases));
    const std::size_t count = operands.Fill(block.Buffers(wanted));
    if (count == 0) break;
    const auto evaluate = [&](Engine& engine, Results& results) {
      engine.Evaluate(block.First(count), std::span(results.z).first(count * limbs),
                      std::span(results.flags).first(has_flags ? count : 0));
    };
    evaluate(expected, of_expected);
    evaluate(actual, of_actual);
    const std::size_t i = tolerates ? FirstBeyondTolerance(unit, of_expected, of_actual, count)
                                    : FirstDifference(of_expected, of_actual, count, limbs);
    if (i < count) {
      report.cases += i + 1;
      report.mismatch =
          fmt::format("operation {}: {}; {}: {}, {}: {}; {}", report.cases - 1,
                      Describe(unit, block.At(i)), expected.name(), of_expected.Text(unit, i),
                      actual.name(), of_actual.Text(unit, i), ExplainMismatch(unit, block.At(i)));
      return report;
    }
    report.cases += count;
  }
  report.ok = report.cases > 0;
  if (!report.ok) report.mismatch = "no operation was compared";
  return report;
}

}  // namespace macroscope
