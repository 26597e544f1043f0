#include "sim/cosim/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <vector>

#include "sim/cosim/bulk_engines.h"
#include "sim/cosim/rtl_dut.h"

namespace macroscope {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

std::string Explain(const Unit& unit, std::uint64_t a, std::uint64_t b, const Bits& c) {
  const std::vector<Bits> law = unit.Trace(a, b, c);
  const std::vector<std::optional<Bits>> rtl = TraceRtl(unit, a, b, c);
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

}  // namespace

std::string ExplainMismatch(const Unit& unit, std::uint64_t a, std::uint64_t b, const Bits& c) {
  try {
    if (unit.design().form == Form::kOperation) return Explain(unit, a, b, c);
    return Explain(*MakeUnit(OperationForm(unit.design())), a, b, c);
  } catch (const std::exception& error) {
    // The mismatch itself must be reported whatever happens here.
    return fmt::format("(no stages to show: {})", error.what());
  }
}

CompareReport CompareEngines(const Unit& unit, Engine& expected, Engine& actual,
                             OperandSource& operands, std::uint64_t limit) {
  const std::size_t limbs = static_cast<std::size_t>(unit.c_limbs());
  std::vector<std::uint64_t> a(kBlock), b(kBlock), c(kBlock * limbs), z_expected(kBlock * limbs),
      z_actual(kBlock * limbs);
  CompareReport report;
  report.extent = operands.extent();
  while (report.cases < limit) {
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, limit - report.cases));
    const std::size_t count = operands.Fill(std::span(a).first(wanted), std::span(b).first(wanted),
                                            std::span(c).first(wanted * limbs));
    if (count == 0) break;
    const Operands in = {std::span(a).first(count), std::span(b).first(count),
                         std::span(c).first(count * limbs)};
    const auto z_e = std::span(z_expected).first(count * limbs);
    const auto z_a = std::span(z_actual).first(count * limbs);
    expected.Evaluate(in, z_e, {});
    actual.Evaluate(in, z_a, {});
    const auto [difference, unused] = std::mismatch(z_e.begin(), z_e.end(), z_a.begin());
    if (difference != z_e.end()) {
      const std::size_t i = static_cast<std::size_t>(difference - z_e.begin()) / limbs;
      const auto word = [&](std::span<const std::uint64_t> words) {
        return Bits::FromLimbs(words.subspan(i * limbs, limbs));
      };
      report.cases += i + 1;
      report.mismatch = fmt::format(
          "operation {}: a {}, b {}, c {}; {}: {}, {}: {}; {}", report.cases - 1,
          Hex(a[i], unit.a_bits()), Hex(b[i], unit.b_bits()), Hex(word(c), unit.c_bits()),
          expected.name(), Hex(word(z_e), unit.c_bits()), actual.name(),
          Hex(word(z_a), unit.c_bits()), ExplainMismatch(unit, a[i], b[i], word(c)));
      return report;
    }
    report.cases += count;
  }
  report.ok = report.cases > 0;
  if (!report.ok) report.mismatch = "no operation was compared";
  return report;
}

}  // namespace macroscope
