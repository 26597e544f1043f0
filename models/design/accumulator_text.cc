#include "models/design/accumulator_text.h"

#include <optional>
#include <stdexcept>

#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

constexpr int kMaxWordBits = 1024;  // What engines exchange, flags included.
constexpr std::string_view kDefaultFixed = "fixed+12";
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

Accumulator ParseFixed(UnitKind unit, const Format& a, const Format& b, std::string_view text) {
  const std::string product = "the exact product of " + a.name + " and " + b.name;
  const ProductShape shape = ExactProduct(a, b);
  const auto width_bits = FixedWidth(text, shape.width_bits);
  if (!width_bits) {
    Fail("'" + std::string(text) + "' is no accumulator of " + std::string(Name(unit)) +
         "; give fixed+G (G guard bits above the product), fixedW or intW (W bits)");
  }
  if (text.starts_with("int") && shape.least_exponent != 0) {
    Fail(std::string(text) + " counts ones, but " + product + " counts in units of 2^" +
         std::to_string(shape.least_exponent) + "; write fixed" + std::to_string(*width_bits));
  }
  if (*width_bits < shape.width_bits) {
    Fail(std::string(text) + " is too narrow: " + product + " needs " +
         std::to_string(shape.width_bits) + " bits; give fixed" + std::to_string(shape.width_bits) +
         " or more, or fixed+0 or more");
  }
  const int flag_bits = FlagBits(a, b);
  if (*width_bits + flag_bits > kMaxWordBits) {
    Fail(std::string(text) + " has " + std::to_string(*width_bits) + " bits and " +
         std::to_string(flag_bits) + " flags; the most is " + std::to_string(kMaxWordBits) +
         " together (" + product + " has " + std::to_string(shape.width_bits) + ")");
  }
  Accumulator accumulator;
  accumulator.is_fixed = true;
  accumulator.width_bits = *width_bits;
  accumulator.guard_bits = *width_bits - shape.width_bits;
  return accumulator;
}

Accumulator ParseFloating(std::string_view text, const Catalogue& formats) {
  const std::string needs =
      "; fp_fma accumulates in a signed floating format with zero and subnormals";
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

}  // namespace

Accumulator ParseAccumulator(UnitKind unit, const Format& a, const Format& b, std::string_view text,
                             const Catalogue& formats) {
  if (unit == UnitKind::kFpFma) {
    return ParseFloating(text.empty() ? kDefaultFloating : text, formats);
  }
  return ParseFixed(unit, a, b, text.empty() ? kDefaultFixed : text);
}

Overflow DefaultOverflow(const Accumulator& accumulator) {
  if (accumulator.is_fixed) return Overflow::kWrap;
  if (accumulator.format.has_infinity()) return Overflow::kInfinity;
  return accumulator.format.has_nan() ? Overflow::kNan : Overflow::kSaturate;
}

std::string AccumulatorText(const Accumulator& accumulator) {
  if (!accumulator.is_fixed) return accumulator.format.name;
  return "fixed+" + std::to_string(accumulator.guard_bits);
}

}  // namespace macroscope
