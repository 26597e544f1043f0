// The formats of convert: which of them there is a way between.
#include <algorithm>
#include <bit>

#include "models/design/conversion.h"
#include "models/design/parse_name.h"
#include "models/formats/catalogue.h"
#include "models/tables/lookup_table.h"

namespace macroscope {
namespace {

// Values of codebooks are numbers of binary32, and so is what is compared with them.
constexpr int kMostComparedExponentBits = 8;

Format Find(const char* key, const std::string& name, const Catalogue& formats) {
  if (formats.ContainsBlock(name)) {
    throw DesignError(key, name +
                               " is a format of blocks, and convert takes and gives one number; "
                               "use block_quantize");
  }
  Format format = FindFor(key, [&] { return formats.FindAny(name); });
  if (format.is_double_base()) {
    throw DesignError(
        key, name + " is of family " + FamilyText(format.family) + ", which only log_mac takes");
  }
  return format;
}

void CheckScale(const Design& design) {
  const auto fail = [](const std::string& message) { throw DesignError("operands", message); };
  if (design.a.is_alternative()) {
    fail("a scale goes with integers and floating formats, and " + design.a.name +
         " is of family " + FamilyText(design.a.family) + "; leave it out");
  }
  const Format& scale = design.b;
  if (!(scale.is_floating() && scale.fraction_bits == 0 && !scale.has_sign)) {
    fail("the second operand of convert is a scale, a power of two such as e8m0, and " +
         scale.name + " holds other numbers");
  }
}

std::string Described(const Format& format) {
  return format.name + ", which is of family " + FamilyText(format.family);
}

bool IsNumber(const Format& format) { return !format.is_alternative(); }

// Whether some datapath has this source and this target.
bool HasWay(const Format& from, const Format& to) {
  if (from.holds_logarithms() || from.is_codebook()) return IsNumber(to);
  return !to.is_codebook() || IsNumber(from);
}

void CheckCompared(const Format& from, const Format& codebook) {
  const auto fail = [](const std::string& message) { throw DesignError("operands", message); };
  if (from.significand_bits() > kCodebookSignificandBits ||
      (from.is_floating() && from.exponent_bits > kMostComparedExponentBits)) {
    fail(from.name + " is wider than the values of " + codebook.name +
         ", which are of binary32; take at most " + std::to_string(kCodebookSignificandBits) +
         " significant bits and " + std::to_string(kMostComparedExponentBits) +
         " exponent bits, as fp32");
  }
  if (from.width_bits() > kMostEntryBits - 1 && !from.has_infinity()) {
    fail("the thresholds of " + codebook.name + " for " + from.name + " have more than " +
         std::to_string(kMostEntryBits) + " bits; take a narrower format, or one with infinity");
  }
  if (from.is_floating() && !from.has_zero) {
    fail(from.name + " has no zero, which a NaN counts as; take a format with a zero");
  }
}

void CheckLogarithm(const Design& design) {
  const Format& a = design.a;
  const int steps = a.log.steps_per_octave;
  if (std::has_single_bit(static_cast<unsigned>(steps))) return;
  throw DesignError("operands", "convert splits logarithms into octave and fraction, and " +
                                    a.name + " has " + std::to_string(steps) +
                                    " steps an octave; it needs a power of two of them");
}

}  // namespace

Conversion ConversionOf(const Design& design) {
  if (design.a.is_codebook()) return Conversion::kFromCodebook;
  if (design.a.holds_logarithms()) return Conversion::kFromLogarithm;
  const Format& to = design.accumulator.format;
  if (to.is_codebook()) return Conversion::kToCodebook;
  if (to.is_log_posit()) return Conversion::kToLogPosit;
  if (to.holds_logarithms()) return Conversion::kToLogarithm;
  return to.is_posit() ? Conversion::kToPosit : Conversion::kToNumber;
}

void ParseSource(const DesignText& text, const Catalogue& formats, Design& design) {
  const auto names = OperandNames(text.operands);
  design.a = Find("operands", names.front(), formats);
  if (design.a.holds_logarithms()) CheckLogarithm(design);
  if (names.size() < 2) return;
  design.b = Find("operands", names.back(), formats);
  CheckScale(design);
}

Accumulator ParseTarget(const Design& design, std::string_view text, const Catalogue& formats) {
  const auto fail = [](const std::string& message) { throw DesignError("accumulator", message); };
  if (text.empty()) fail("missing; give the format that convert gives its result in");
  Accumulator accumulator;
  accumulator.format = Find("accumulator", std::string(text), formats);
  const Format& to = accumulator.format;
  if (!HasWay(design.a, to)) {
    fail("convert has no way from " + Described(design.a) + ", to " + Described(to) +
         "; go by way of a floating format, as fp16");
  }
  if (to.is_alternative() && HasB(design)) {
    fail("a scale goes with integers and floating formats, and " + to.name + " is of family " +
         FamilyText(to.family) + "; leave " + design.b.name + " out");
  }
  if (to.is_codebook()) CheckCompared(design.a, to);
  return accumulator;
}

std::string ConversionHas(const Design& design, std::string_view key) {
  const bool from_codes = ConversionOf(design) == Conversion::kFromCodebook;
  const std::string what =
      from_codes ? "a table of " + design.a.name : design.accumulator.format.name;
  if (key == "rounding") return what + " takes the nearest number, and in no other way";
  if (key == "flags") return what + " raises no flags";
  if (key == "tininess") return what + " raises no flags, underflow among them";
  return from_codes ? what + " has its entries' subnormals" : what + " has no subnormals";
}

void CheckConversionTable(const Design& design) {
  const Format& a = design.a;
  const Format& to = design.accumulator.format;
  int index_bits = 0, entry_bits = 0;
  std::string of;
  switch (ConversionOf(design)) {
    case Conversion::kToLogarithm:
      of = "logarithms of the significands of " + a.name;
      index_bits = a.significand_bits() - 1;
      entry_bits = std::bit_width(static_cast<unsigned>(to.log.steps_per_octave));
      break;
    case Conversion::kToLogPosit:
      of = "logarithms of the significands of " + a.name;
      index_bits = a.significand_bits() - 1;
      // Those that rounding looks at but the leading one, and one for all below.
      entry_bits = to.posit.kept_bits();
      break;
    case Conversion::kFromLogarithm: {
      // At most two bits for rounding and tininess, or the random ones, and one more.
      const int below_bits = std::max(design.random_bits, 2) + 1;
      of = "significands by the logarithms of " + a.name;
      index_bits = a.log_fraction_bits();
      entry_bits = to.significand_bits() + below_bits;
      break;
    }
    case Conversion::kFromCodebook:
      of = "values of " + a.name;
      index_bits = a.width_bits();
      entry_bits = to.width_bits();
      break;
    default:
      return;
  }
  if (index_bits <= kMostTableIndexBits && entry_bits <= kMostEntryBits &&
      std::int64_t{entry_bits} << index_bits <= kMostTableBits) {
    return;
  }
  throw DesignError("operands", "the table of the " + of + " for " + to.name + " has " +
                                    std::to_string(index_bits) + " index bits and entries of " +
                                    std::to_string(entry_bits) + "; it can have at most " +
                                    std::to_string(kMostTableIndexBits) +
                                    " index bits, entries of " + std::to_string(kMostEntryBits) +
                                    ", and " + std::to_string(kMostTableBits) +
                                    " bits; go by way of a narrower format");
}

}  // namespace macroscope
