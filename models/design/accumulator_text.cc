// Long for one file, but only the rules of one key, unit after unit.
#include "models/design/accumulator_text.h"

#include <optional>
#include <stdexcept>

#include "models/design/conversion.h"
#include "models/design/dot_text.h"
#include "models/design/log_text.h"
#include "models/design/parse_name.h"
#include "models/design/posit_text.h"
#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

constexpr std::string_view kDefaultFixed = "fixed+12";
constexpr std::string_view kExact = "fixed+0";
constexpr std::string_view kDefaultFloating = "fp32";

[[noreturn]] void Fail(const std::string& message) { throw DesignError("accumulator", message); }

// The width that fixed+G, fixedW or intW asks for; nothing if `text` is none of them.
std::optional<int> FixedWidth(std::string_view text, int product_bits) {
  if (text.starts_with("fixed+")) {
    const auto guard_bits = ParseNumber(text.substr(6));
    return guard_bits ? std::optional(product_bits + *guard_bits) : std::nullopt;
  }
  if (text.starts_with("fixed")) return ParseNumber(text.substr(5));
  if (text.starts_with("int")) return ParseNumber(text.substr(3));
  return std::nullopt;
}

// What an exact result is of, for messages.
std::string ExactText(const Design& design) {
  if (design.unit == UnitKind::kBlockDot) {
    return "the exact sum of " + std::to_string(design.dot.lanes) + " products of " +
           OperandName(design.dot.a) + " and " + OperandName(design.dot.b);
  }
  if (design.unit == UnitKind::kElmaMac) return "a product of " + design.a.name;
  if (design.unit == UnitKind::kCodeSums) return "a number of " + design.b.name;
  const bool sums = design.unit == UnitKind::kIntAdd;
  return "the exact " + std::string(sums ? "sum" : "product") + " of " + design.a.name + " and " +
         design.b.name;
}

Accumulator ParseFixed(const Design& design, std::string_view text) {
  const UnitKind unit = design.unit;
  const bool accumulates = HasC(unit);
  const std::string product = ExactText(design);
  const ProductShape shape = ExactTerm(design);
  const auto width_bits = FixedWidth(text, shape.width_bits);
  if (!width_bits) {
    Fail("'" + std::string(text) + "' is no accumulator of " + std::string(Name(unit)) +
         "; give fixed+G (G guard bits above the product), fixedW or intW (W bits)");
  }
  if (text.starts_with("int") && shape.least_exponent != 0) {
    Fail(std::string(text) + " counts ones, but " + product + " counts in units of 2^" +
         std::to_string(shape.least_exponent) + "; write fixed" + std::to_string(*width_bits));
  }
  if (!accumulates && *width_bits < 2) {
    Fail(std::string(text) + " is too narrow; the least is 2 bits");
  }
  if (accumulates && *width_bits < shape.width_bits) {
    Fail(std::string(text) + " is too narrow: " + product + " needs " +
         std::to_string(shape.width_bits) + " bits; give fixed" + std::to_string(shape.width_bits) +
         " or more, or fixed+0 or more");
  }
  const int flag_bits = accumulates ? FlagBits(design) : 0;
  const int sums = unit == UnitKind::kCodeSums ? 1 << design.a.width_bits() : 1;
  if (sums * *width_bits + flag_bits > kMaxWordBits) {
    const std::string times = sums > 1 ? std::to_string(sums) + " times " : "";
    Fail(std::string(text) + " has " + times + std::to_string(*width_bits) + " bits and " +
         std::to_string(flag_bits) + " flags; the most is " + std::to_string(kMaxWordBits) +
         " together (" + product + " has " + std::to_string(shape.width_bits) + ")");
  }
  Accumulator accumulator;
  accumulator.is_fixed = true;
  accumulator.width_bits = *width_bits;
  accumulator.guard_bits = *width_bits - shape.width_bits;
  return accumulator;
}

Accumulator ParseFloating(UnitKind unit, std::string_view text, const Catalogue& formats) {
  const std::string needs = "; the result of " + std::string(Name(unit)) +
                            " is of a signed floating format with zero and subnormals";
  Accumulator accumulator;
  try {
    accumulator.format = formats.Find(text);
  } catch (const std::invalid_argument& error) {
    Fail(text.starts_with("fixed") ? "'" + std::string(text) + "' is fixed point" + needs
                                   : error.what());
  }
  const Format& format = accumulator.format;
  if (format.is_integer()) Fail(format.name + " is an integer format" + needs);
  if (!format.has_sign) Fail(format.name + " has no sign" + needs);
  if (!format.has_zero) Fail(format.name + " has no zero" + needs);
  if (!format.has_subnormals) Fail(format.name + " has no subnormals" + needs);
  return accumulator;
}

// The result's format where none is named.
std::string_view OperandsFormat(UnitKind unit, const Format& a, const Format& b) {
  if (a == b) return a.name;
  Fail("missing; operands of two formats leave open in which of them " + std::string(Name(unit)) +
       " gives its result");
}

// A fixed-point word; or the operands' format: the word as a code besides.
Accumulator ParseElma(const Design& design, std::string_view text) {
  const Format& format = design.a;
  if (text != format.name) {
    if (text.starts_with("fixed")) return ParseFixed(design, text);
    Fail("'" + std::string(text) +
         "' is no accumulator of elma_mac; give fixed+G (G guard bits), " + "fixedW (W bits), or " +
         format.name + ": the narrowest one, and its sum as a code");
  }
  Accumulator accumulator = ParseFixed(design, kExact);
  accumulator.format = format;
  return accumulator;
}

// The result of sums of logarithms.
Accumulator ParseLogarithm(const Design& design, std::string_view text, const Catalogue& formats) {
  const std::string unit(Name(design.unit));
  Accumulator accumulator;
  accumulator.format = FindFor("accumulator", [&] { return formats.FindAny(text); });
  const Format& format = accumulator.format;
  if (format.family != Family::kLogarithmic) {
    Fail(format.name + " is of family " + FamilyText(format.family) + "; the result of " + unit +
         " is of a logarithmic format such as lns8_3");
  }
  if (design.unit == UnitKind::kLogAdd && format != design.a) {
    Fail("log_add gives its result in its operands' format, " + design.a.name + ", and not in " +
         format.name);
  }
  if (format.log.steps_per_octave != design.a.log.steps_per_octave) {
    Fail(format.name + " has " + std::to_string(format.log.steps_per_octave) +
         " steps an octave, and " + design.a.name + " " +
         std::to_string(design.a.log.steps_per_octave) + "; " + unit + " takes one number of them");
  }
  if (format.log.zero == LogZero::kNone) {
    Fail(format.name + " has no zero, which differences of equal numbers are; give a format with " +
         "zero: flag or zero: least_code");
  }
  if (design.unit == UnitKind::kLogMac && SumsLogarithms(design) && format.zero_code() != 0) {
    Fail("an accumulator starts as code 0, which is not zero in " + format.name +
         "; give a format whose logarithms are unsigned and whose least code is zero");
  }
  return accumulator;
}

}  // namespace

Accumulator ParseAccumulator(const Design& design, std::string_view text,
                             const Catalogue& formats) {
  const UnitKind unit = design.unit;
  switch (unit) {
    case UnitKind::kFpFma:
      return ParseFloating(unit, text.empty() ? kDefaultFloating : text, formats);
    case UnitKind::kFpAdd:
    case UnitKind::kFpMul:
      return ParseFloating(unit, text.empty() ? OperandsFormat(unit, design.a, design.b) : text,
                           formats);
    case UnitKind::kConvert:
      return ParseTarget(design, text, formats);
    case UnitKind::kIntAdd:
    case UnitKind::kIntMul:
      return ParseFixed(design, text.empty() ? kExact : text);
    case UnitKind::kBlockDot:
      if (text.starts_with("fixed") || text.starts_with("int")) return ParseFixed(design, text);
      return ParseFloating(unit, text.empty() ? kDefaultFloating : text, formats);
    case UnitKind::kPositMul:
    case UnitKind::kPositAdd:
    case UnitKind::kPositFma:
    case UnitKind::kPositQuireRound:
      return ParsePositResult(design, text, formats);
    case UnitKind::kPositQuireMac:
      if (text.empty() || text == "quire") return Quire(design);
      return ParseFixed(design, text);
    case UnitKind::kElmaMac:
      return ParseElma(design, text.empty() ? kExact : text);
    case UnitKind::kLogAdd:
      return ParseLogarithm(design, text.empty() ? std::string_view(design.a.name) : text, formats);
    case UnitKind::kLogMac:
      if (design.logarithm.method != LogMethod::kLinear) {
        return ParseLogarithm(design, text, formats);
      }
      if (!text.empty() && !text.starts_with("fixed")) {
        // Fixed point, and its sum as a code besides.
        Accumulator accumulator = ParseFixed(design, kDefaultFixed);
        accumulator.format = ParseLogarithm(design, text, formats).format;
        return accumulator;
      }
      return ParseFixed(design, text.empty() ? kDefaultFixed : text);
    case UnitKind::kIntMac:
    case UnitKind::kKulischMac:
    case UnitKind::kCodeSums:
    case UnitKind::kBlockQuantize:  // Its own: models/design/parse_quantize.cc.
      break;
  }
  return ParseFixed(design, text.empty() ? kDefaultFixed : text);
}

FlagOutput DefaultFlags(const Design& design) {
  const bool has_own = Rounds(design) && design.form == Form::kOperation;
  return has_own ? FlagOutput::kOn : FlagOutput::kOff;
}

Overflow DefaultOverflow(const Design& design) {
  if (design.unit == UnitKind::kBlockQuantize) return Overflow::kSaturate;
  const Accumulator& accumulator = design.accumulator;
  if (accumulator.is_fixed) return Overflow::kWrap;
  if (accumulator.format.is_integer()) return Overflow::kSaturate;
  if (accumulator.format.is_alternative()) return Overflow::kSaturate;
  if (accumulator.format.has_infinity()) return Overflow::kInfinity;
  return accumulator.format.has_nan() ? Overflow::kNan : Overflow::kSaturate;
}

std::string AccumulatorText(const Accumulator& accumulator) {
  if (accumulator.is_quire) return "quire";
  if (!accumulator.is_fixed || accumulator.shows_code()) return accumulator.format.name;
  // A result narrower than the exact one is named by its width.
  if (accumulator.guard_bits < 0) return "fixed" + std::to_string(accumulator.width_bits);
  return "fixed+" + std::to_string(accumulator.guard_bits);
}

}  // namespace macroscope
