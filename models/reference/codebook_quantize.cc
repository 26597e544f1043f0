#include "models/reference/codebook_quantize.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

#include "models/formats/catalogue.h"
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

float CodebookValue(const Format& codebook, std::uint64_t code) {
  const Decoded value = Decode(codebook, code);
  const auto magnitude =
      static_cast<float>(std::ldexp(static_cast<double>(value.significand), value.exponent));
  return value.negative ? -magnitude : magnitude;
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
    values.push_back(CodebookValue(codebook, code) * block.absmax);
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
