#include "models/reference/codebook_quantize.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

#include "models/formats/catalogue.h"
#include "models/reference/quantize.h"
#include "models/reference/term.h"

namespace macroscope {
namespace {

void LoadFloat(float x, Term& term) {
  static const Format binary32 = Catalogue().Find("fp32");
  Load(binary32, std::bit_cast<std::uint32_t>(x), /*flush=*/false, term);
}

// The sign of 2 x - (low + high), exactly: where x lies against the middle of two values.
int AgainstMiddle(float x, float low, float high) {
  Term sum, other;
  LoadFloat(x, sum);
  ++sum.exponent;
  for (const float value : {low, high}) {
    LoadFloat(-value, other);
    Add(sum, other, /*minus_zero=*/false);
  }
  return sum.value.sign();
}

// Of finite x (of a magnitude, with a sign bit), the code below the sign bit.
int NearestEntry(const Codebook& codebook, float x) {
  const std::vector<int> order = codebook.Order();
  if (!codebook.thresholds.empty()) {
    const auto below = std::ranges::lower_bound(codebook.thresholds, x);
    return order[below - codebook.thresholds.begin()];
  }
  int nearest = order.front();
  for (const int entry : order) {
    const float low = codebook.values[nearest], high = codebook.values[entry];
    if (entry == nearest) continue;
    const int side = AgainstMiddle(x, low, high);
    if (side > 0 || (side == 0 && entry < nearest)) nearest = entry;
  }
  return nearest;
}

// The integer nearest to greatest * |value| / |largest|: the number of halves k + 1/2 below it, and
// those that equal it and have an odd k.
std::uint64_t NearestPart(Term& value, Term& largest, std::uint64_t greatest) {
  // greatest * |value| - (k + 1/2) * |largest|, twice over.
  const auto against_half = [&](std::uint64_t k) {
    Term part, half;
    part.exponent = value.exponent + 1;
    mpz_abs(part.value, value.value);
    mpz_mul_ui(part.value, part.value, greatest);
    half.exponent = largest.exponent;
    mpz_abs(half.value, largest.value);
    mpz_mul_ui(half.value, half.value, 2 * k + 1);
    mpz_neg(half.value, half.value);
    part.number_class = half.number_class = NumberClass::kNormal;
    Add(part, half, /*minus_zero=*/false);
    return part.value.sign();
  };
  std::uint64_t low = 0, high = greatest;  // The count is in [low, high].
  while (low < high) {
    const std::uint64_t k = low + (high - low) / 2;
    const int side = against_half(k);
    if (side > 0 || (side == 0 && k % 2 != 0)) {
      low = k + 1;
    } else {
      high = k;
    }
  }
  return low;
}

}  // namespace

std::uint64_t NearestCode(const Format& codebook, float x) {
  if (codebook.family != Family::kCodebook) {
    throw std::invalid_argument("'" + codebook.name + "' is no codebook");
  }
  const Codebook& table = codebook.codebook;
  if (std::isnan(x)) x = 0;
  if (std::isinf(x)) return x < 0 ? codebook.min_finite() : codebook.max_finite();
  const bool negative = table.has_sign && x < 0;
  const auto entry =
      static_cast<std::uint64_t>(NearestEntry(table, table.has_sign ? std::fabs(x) : x));
  return entry | (negative ? codebook.sign_mask() : 0);
}

float FloatValue(const Format& format, std::uint64_t code) {
  const Decoded value = Decode(format, code);
  auto magnitude =
      static_cast<float>(std::ldexp(static_cast<double>(value.significand), value.exponent));
  if (value.number_class == NumberClass::kNan) magnitude = NAN;
  if (value.number_class == NumberClass::kInfinity) magnitude = INFINITY;
  return value.negative ? -magnitude : magnitude;
}

std::vector<std::uint64_t> LookedUpCodes(const Format& codebook, const Format& values) {
  const float least = FloatValue(codebook, codebook.min_finite());
  const bool from_below = FloatValue(codebook, codebook.max_finite()) < -least;
  Term largest, value;
  Load(codebook, from_below ? codebook.min_finite() : codebook.max_finite(), /*flush=*/false,
       largest);
  std::vector<std::uint64_t> codes;
  for (std::uint64_t code = 0; code <= codebook.code_mask(); ++code) {
    std::uint64_t rounded = 0;
    Load(codebook, code, /*flush=*/false, value);
    if (values.is_integer()) {
      const std::uint64_t part = NearestPart(value, largest, values.max_finite());
      const double signed_part = static_cast<double>(part) * (value.value.sign() < 0 ? -1 : 1);
      rounded = Quantize(std::ldexp(signed_part, -values.point_bits), values, Rounding::kTiesToEven,
                         Overflow::kSaturate)
                    .code;
    } else {
      rounded = Quantize(codebook, code, values, Rounding::kTiesToEven, Overflow::kSaturate).code;
    }
    const bool is_zero = Decode(values, rounded).number_class == NumberClass::kZero;
    codes.push_back(is_zero ? values.zero_code() : rounded);
  }
  return codes;
}

CodebookBlock QuantizeCodebookBlock(const Format& codebook, std::span<const float> x) {
  CodebookBlock block;
  for (const float value : x) block.absmax = std::max(block.absmax, std::fabs(value));
  const float inverse = block.absmax == 0 ? 0 : 1 / block.absmax;
  for (const float value : x) block.codes.push_back(NearestCode(codebook, value * inverse));
  return block;
}

std::vector<float> DequantizeCodebookBlock(const Format& codebook, const CodebookBlock& block) {
  std::vector<float> values;
  for (const std::uint64_t code : block.codes) {
    values.push_back(FloatValue(codebook, code) * block.absmax);
  }
  return values;
}

QuantizedScales QuantizeScales(const Format& map, std::span<const float> scales) {
  QuantizedScales out;
  if (scales.empty()) return out;
  for (const float scale : scales) out.offset += scale;
  out.offset /= static_cast<float>(scales.size());
  std::vector<float> rest;
  for (const float scale : scales) rest.push_back(scale - out.offset);
  out.block = QuantizeCodebookBlock(map, rest);
  return out;
}

std::vector<float> DequantizeScales(const Format& map, const QuantizedScales& scales) {
  std::vector<float> values = DequantizeCodebookBlock(map, scales.block);
  for (float& value : values) value += scales.offset;
  return values;
}

}  // namespace macroscope
