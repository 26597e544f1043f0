// From the texts of a design to the checked design.
#include <algorithm>
#include <stdexcept>

#include "models/design/accumulator_text.h"
#include "models/design/cuts.h"
#include "models/design/design.h"
#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

// The enumerator that `text` names in `names`; `fallback` if it is empty.
template <typename Enum>
Enum ParseName(const char* key, std::string_view text, const std::vector<std::string>& names,
               Enum fallback) {
  if (text.empty()) return fallback;
  const auto name = std::ranges::find(names, text);
  if (name == names.end()) {
    throw DesignError(key, "unknown " + std::string(key) + " '" + std::string(text) +
                               "'; there are " + Joined(names, " "));
  }
  return static_cast<Enum>(name - names.begin());
}

UnitKind ParseUnit(std::string_view text) {
  if (text.empty()) throw DesignError("unit", "missing; give one of " + Joined(UnitNames(), " "));
  return ParseName("unit", text, UnitNames(), UnitKind::kFpFma);
}

void ParseOperands(std::string_view text, const Catalogue& formats, Design& design) {
  if (text.empty()) {
    throw DesignError("operands", "missing; give one format, or two: fp8_e4m3,int8");
  }
  const auto names = Split(text, ',');
  if (names.size() > 2) {
    throw DesignError("operands", "'" + std::string(text) + "' names " +
                                      std::to_string(names.size()) +
                                      " formats; give one, or two: fp8_e4m3,int8");
  }
  try {
    design.a = formats.Find(names.front());
    design.b = formats.Find(names.back());
  } catch (const std::invalid_argument& error) {
    throw DesignError("operands", error.what());
  }
  for (const Format* format : {&design.a, &design.b}) {
    if (design.unit == UnitKind::kIntMac && !format->is_integer()) {
      throw DesignError("operands", "int_mac multiplies integers and fixed point, and " +
                                        format->name + " is floating; use kulisch_mac or fp_fma");
    }
  }
}

// Only fp_fma rounds.
Rounding ParseRounding(UnitKind unit, std::string_view text) {
  const auto rounding = ParseName("rounding", text, RoundingNames(), Rounding::kTiesToEven);
  if (unit != UnitKind::kFpFma && rounding != Rounding::kTiesToEven) {
    throw DesignError("rounding",
                      std::string(Name(unit)) + " is exact and rounds nothing; leave it out");
  }
  if (rounding == Rounding::kStochastic) {
    std::vector<std::string> others(RoundingNames().begin(), RoundingNames().end());
    std::erase(others, Name(Rounding::kStochastic));
    throw DesignError("rounding",
                      "fp_fma has no source of random bits in this version, so it cannot round "
                      "stochastic; choose another of " +
                          Joined(others, " "));
  }
  return rounding;
}

// What can become of a result that is too large.
std::vector<Overflow> ValidOverflows(const Accumulator& accumulator) {
  if (accumulator.is_fixed) return {Overflow::kWrap, Overflow::kSaturate};
  const Format& format = accumulator.format;
  std::vector<Overflow> valid;
  if (format.has_infinity()) valid.push_back(Overflow::kInfinity);
  if (format.has_nan()) valid.push_back(Overflow::kNan);
  valid.push_back(Overflow::kSaturate);
  return valid;
}

Overflow ParseOverflow(const Accumulator& accumulator, std::string_view text) {
  const auto valid = ValidOverflows(accumulator);
  const Overflow overflow =
      ParseName("overflow", text, OverflowNames(), DefaultOverflow(accumulator));
  if (std::ranges::find(valid, overflow) == valid.end()) {
    std::vector<std::string> names;
    for (const Overflow value : valid) names.emplace_back(Name(value));
    throw DesignError("overflow", "an accumulator " + AccumulatorText(accumulator) + " has no " +
                                      std::string(text) + "; it can be " + Joined(names, " or "));
  }
  return overflow;
}

}  // namespace

Design ParseDesign(const DesignText& text, const Catalogue& formats) {
  Design design;
  design.unit = ParseUnit(Trimmed(text.unit));
  ParseOperands(Trimmed(text.operands), formats, design);
  design.accumulator =
      ParseAccumulator(design.unit, design.a, design.b, Trimmed(text.accumulator), formats);
  design.rounding = ParseRounding(design.unit, Trimmed(text.rounding));
  design.overflow = ParseOverflow(design.accumulator, Trimmed(text.overflow));
  design.form = ParseName("form", Trimmed(text.form), FormNames(), Form::kOperation);
  design.structure.multiplier =
      ParseName("multiplier", Trimmed(text.multiplier), MultiplierNames(), Multiplier::kOperator);
  design.structure.adder = ParseName("adder", Trimmed(text.adder), AdderNames(), Adder::kOperator);
  design.structure.cuts = ParseCuts(design.unit, design.form, Trimmed(text.cuts));
  return design;
}

}  // namespace macroscope
