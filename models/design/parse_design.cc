// From the texts of a design to the checked design.
// Long for one file, but only the rules of one key after the other.
#include <algorithm>
#include <optional>

#include "models/design/accumulator_text.h"
#include "models/design/conversion.h"
#include "models/design/cuts.h"
#include "models/design/design.h"
#include "models/design/dot_text.h"
#include "models/design/log_text.h"
#include "models/design/parse_name.h"
#include "models/design/posit_text.h"
#include "models/design/quantize_text.h"
#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

UnitKind ParseUnit(std::string_view text) {
  if (text.empty()) throw DesignError("unit", "missing; give one of " + Joined(UnitNames(), " "));
  return ParseName("unit", text, UnitNames(), UnitKind::kFpFma);
}

// A codebook, and numbers to sum by its codes.
void ParseCodeSums(const DesignText& text, const Catalogue& formats, Design& design) {
  const auto names = OperandNames(text.operands);
  if (names.size() < 2) {
    throw DesignError("operands",
                      "code_sums takes a codebook and the numbers that are summed by its codes, as "
                      "nf4,int8");
  }
  design.a = FindFor("operands", [&] { return formats.FindAny(names.front()); });
  design.b = FindFor("operands", [&] { return formats.Find(names.back()); });
  if (!design.a.is_codebook()) {
    throw DesignError("operands", "the first operand of code_sums is a codebook, as nf4, and " +
                                      design.a.name + " is of family " +
                                      FamilyText(design.a.family));
  }
}

// Whether the unit can take these operands.
void CheckOperands(const Design& design) {
  const std::string unit(Name(design.unit));
  const bool of_integers = design.unit == UnitKind::kIntMac || design.unit == UnitKind::kIntAdd ||
                           design.unit == UnitKind::kIntMul;
  const auto fail = [](const std::string& message) { throw DesignError("operands", message); };
  for (const Format* format : {&design.a, &design.b}) {
    if (of_integers && !format->is_integer()) {
      fail(unit + " takes integers and fixed point, and " + format->name +
           " is floating; use kulisch_mac or a unit fp_...");
    }
    if (design.unit == UnitKind::kFpAdd && format->is_integer()) {
      fail("fp_add takes floating operands, and " + format->name +
           " is an integer; use int_add, or convert it first");
    }
  }
  if (design.unit == UnitKind::kIntAdd && design.a.point_bits != design.b.point_bits) {
    fail("int_add takes two operands with one binary point, and " + design.a.name + " has " +
         std::to_string(design.a.point_bits) + " bits behind it, " + design.b.name + " " +
         std::to_string(design.b.point_bits));
  }
}

void ParseOperands(const DesignText& text, const Catalogue& formats, Design& design) {
  RefuseLogKeys(text, design.unit);
  if (design.unit == UnitKind::kBlockQuantize) return ParseQuantize(text, formats, design);
  RefuseQuantizeKeys(text, design.unit);
  if (design.unit == UnitKind::kBlockDot) return ParseLanes(text, formats, design);
  RefuseDotKeys(text, design.unit);
  if (TakesPosits(design.unit)) return ParsePositOperands(text, formats, design);
  if (TakesLogarithms(design.unit)) return ParseLogarithms(text, formats, design);
  if (design.unit == UnitKind::kConvert) return ParseSource(text, formats, design);
  if (design.unit == UnitKind::kCodeSums) return ParseCodeSums(text, formats, design);
  const auto names = OperandNames(text.operands);
  design.a = FindFor("operands", [&] { return formats.Find(names.front()); });
  design.b = FindFor("operands", [&] { return formats.Find(names.back()); });
  CheckOperands(design);
}

// A value that means something only to a unit that rounds.
void RequireRounding(const Design& design, const char* key, bool is_default) {
  if (Rounds(design) || is_default) return;
  const UnitKind unit = design.unit;
  if (unit == UnitKind::kConvert) {
    throw DesignError(key, ConversionHas(design, key) + "; leave it out");
  }
  if (RoundsToPosit(unit)) throw DesignError(key, "posits " + PositsHave(key) + "; leave it out");
  throw DesignError(key, std::string(Name(unit)) +
                             (unit == UnitKind::kBlockDot || unit == UnitKind::kBlockQuantize ||
                                      TakesLogarithms(unit)
                                  ? " has no such choice; leave it out"
                                  : " is exact and rounds nothing; leave it out"));
}

bool RoundingIsOperand(Rounding rounding) {
  return rounding == Rounding::kStochastic || rounding == Rounding::kPort;
}

constexpr int kDefaultRandomBits = 8, kMostRandomBits = 32;

void ParseRounding(const DesignText& text, Design& design) {
  design.rounding =
      ParseName("rounding", Trimmed(text.rounding), RoundingNames(), Rounding::kTiesToEven);
  if (!HasRounding(design)) {
    RequireRounding(design, "rounding", design.rounding == Rounding::kTiesToEven);
  } else if (!Rounds(design) && RoundingIsOperand(design.rounding)) {
    throw DesignError("rounding", std::string(Name(design.unit)) +
                                      " rounds in one fixed direction; choose another");
  }
  const std::string_view bits = Trimmed(text.random_bits);
  if (design.rounding != Rounding::kStochastic) {
    if (!bits.empty()) {
      throw DesignError("random_bits", "only stochastic rounding takes random bits; leave it out");
    }
    return;
  }
  const std::optional<int> given = bits.empty() ? kDefaultRandomBits : ParseNumber(bits);
  if (!given || *given < 1 || *given > kMostRandomBits) {
    throw DesignError("random_bits", "'" + std::string(bits) + "' is no number from 1 to " +
                                         std::to_string(kMostRandomBits));
  }
  design.random_bits = *given;
}

void ParseExceptions(const DesignText& text, Design& design) {
  design.subnormals =
      ParseName("subnormals", Trimmed(text.subnormals), SubnormalsNames(), Subnormals::kKeep);
  if (design.unit == UnitKind::kBlockDot) {
    CheckDotSubnormals(design);
  } else {
    RequireRounding(design, "subnormals", design.subnormals == Subnormals::kKeep);
  }
  design.flags = ParseName("flags", Trimmed(text.flags), FlagOutputNames(), DefaultFlags(design));
  RequireRounding(design, "flags", design.flags == FlagOutput::kOff);
  if (design.flags == FlagOutput::kOn && design.form == Form::kMac) {
    throw DesignError("flags",
                      "each operation has its flags, and the mac form gives sums of many; use the "
                      "operation form, or flags off");
  }
  design.tininess =
      ParseName("tininess", Trimmed(text.tininess), TininessNames(), Tininess::kAfterRounding);
  RequireRounding(design, "tininess", design.tininess == Tininess::kAfterRounding);
}

// Structure that the unit does not have is refused, lest a sweep shows one design twice.
void CheckStructure(const Design& design) {
  const std::string unit(Name(design.unit));
  const Structure& structure = design.structure;
  const bool normalizes = design.unit == UnitKind::kFpFma || design.unit == UnitKind::kFpAdd;
  const std::vector<std::string>& stages = StageNames(design);
  const bool multiplies = std::ranges::find(stages, "multiply") != stages.end() &&
                          !TakesLogarithms(design.unit);  // Those add logarithms.
  if (!multiplies && structure.multiplier != Multiplier::kOperator) {
    throw DesignError("multiplier", unit + " has no multiplier; leave it out");
  }
  if (!normalizes && structure.leading_zeros != LeadingZeros::kCount) {
    throw DesignError(
        "leading_zeros",
        unit + (RoundsToPosit(design.unit) ? " counts them" : " has no sum to normalize") +
            "; leave it out");
  }
  if (design.unit == UnitKind::kLogAdd && structure.adder != Adder::kOperator) {
    throw DesignError("adder",
                      "log_add has no adder but narrow ones, left to synthesis; leave it out");
  }
  if (!normalizes && structure.path != Path::kSingle) {
    throw DesignError("path", unit + " has a single path; leave it out");
  }
}

void ParseForm(const DesignText& text, Design& design) {
  design.form = ParseName("form", Trimmed(text.form), FormNames(), Form::kOperation);
  if (design.form == Form::kMac && !HasC(design)) {
    throw DesignError("form", std::string(Name(design.unit)) +
                                  " accumulates nothing and has the operation form alone");
  }
}

// What can become of a result that is too large.
std::vector<Overflow> ValidOverflows(const Design& design) {
  const Accumulator& accumulator = design.accumulator;
  if (design.unit == UnitKind::kCodeSums) return {Overflow::kWrap};
  if (design.unit == UnitKind::kBlockQuantize) {
    const Format& element = accumulator.format;
    if (element.has_infinity()) return {Overflow::kInfinity, Overflow::kSaturate};
    if (element.has_nan()) return {Overflow::kNan, Overflow::kSaturate};
    return {Overflow::kSaturate};
  }
  // The table of a logarithm's significands has not the low bits of large numbers.
  if (design.a.holds_logarithms() && accumulator.format.is_integer()) return {Overflow::kSaturate};
  if (accumulator.is_fixed || accumulator.format.is_integer()) {
    return {Overflow::kWrap, Overflow::kSaturate};
  }
  const Format& format = accumulator.format;
  if (format.is_alternative()) return {Overflow::kSaturate};
  std::vector<Overflow> valid;
  if (format.has_infinity()) valid.push_back(Overflow::kInfinity);
  if (format.has_nan()) valid.push_back(Overflow::kNan);
  valid.push_back(Overflow::kSaturate);
  return valid;
}

Overflow ParseOverflow(const Design& design, std::string_view text) {
  const auto valid = ValidOverflows(design);
  const Overflow overflow = ParseName("overflow", text, OverflowNames(), DefaultOverflow(design));
  if (std::ranges::find(valid, overflow) == valid.end()) {
    std::vector<std::string> names;
    for (const Overflow value : valid) names.emplace_back(Name(value));
    throw DesignError("overflow", "an accumulator " + AccumulatorText(design.accumulator) +
                                      " has no " + std::string(text) + "; it can be " +
                                      Joined(names, " or "));
  }
  return overflow;
}

}  // namespace

Design ParseDesign(const DesignText& text, const Catalogue& formats) {
  Design design;
  design.unit = ParseUnit(Trimmed(text.unit));
  ParseOperands(text, formats, design);
  if (design.unit != UnitKind::kBlockQuantize) {
    design.accumulator = ParseAccumulator(design, Trimmed(text.accumulator), formats);
  }
  if (design.unit == UnitKind::kBlockDot) ParseReduction(text, design);
  if (TakesLogarithms(design.unit)) CheckLogTables(design);
  ParseRounding(text, design);
  design.overflow = ParseOverflow(design, Trimmed(text.overflow));
  ParseForm(text, design);
  ParseExceptions(text, design);
  if (design.unit == UnitKind::kConvert) CheckConversionTable(design);
  Structure& structure = design.structure;
  structure.multiplier =
      ParseName("multiplier", Trimmed(text.multiplier), MultiplierNames(), Multiplier::kOperator);
  structure.adder = ParseName("adder", Trimmed(text.adder), AdderNames(), Adder::kOperator);
  structure.leading_zeros = ParseName("leading_zeros", Trimmed(text.leading_zeros),
                                      LeadingZerosNames(), LeadingZeros::kCount);
  structure.path = ParseName("path", Trimmed(text.path), PathNames(), Path::kSingle);
  CheckStructure(design);
  structure.cuts = ParseCuts(design, Trimmed(text.cuts));
  return design;
}

}  // namespace macroscope
