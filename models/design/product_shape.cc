#include <algorithm>

#include "models/design/design.h"
#include "models/design/dot_stages.h"
#include "models/design/linear_product.h"
#include "models/formats/decode.h"

namespace macroscope {
namespace {

// A format's largest magnitude, in units of its quantum: significand * 2^shift.
struct Largest {
  std::uint64_t significand = 0;
  int shift = 0;
};

Largest LargestMagnitude(const Format& format) {
  const Decoded top = Decode(format, format.max_finite());
  const Decoded bottom = Decode(format, format.min_finite());
  // Only a two's complement integer reaches further down than up, and then by one.
  const Decoded& far = bottom.negative && bottom.significand > top.significand ? bottom : top;
  return {far.significand, far.exponent - format.min_quantum_exponent()};
}

// The same of a scale.
Largest LargestScale(const LaneOperand& operand) {
  if (!operand.is_block()) return {1, 0};
  if (operand.block.scale_is_exponent) return {1, (1 << operand.scale_bits()) - 1};
  return LargestMagnitude(operand.block.scale);
}

int LeastScaleExponent(const LaneOperand& operand) {
  if (!operand.is_block()) return 0;
  if (operand.block.scale_is_exponent) return -(1 << (operand.scale_bits() - 1));
  return operand.block.scale.min_quantum_exponent();
}

int BitLength(unsigned __int128 value) {
  int bits = 0;
  for (; value != 0; value >>= 1) ++bits;
  return bits;
}

// A number as a fixed-point one.
ProductShape ExactNumber(const Format& format) {
  const int quantum = format.min_quantum_exponent();
  if (format.is_integer()) {
    return {format.width_bits() + (format.encoding == Encoding::kUnsigned ? 1 : 0), quantum};
  }
  const Largest largest = LargestMagnitude(format);
  return {BitLength(largest.significand) + largest.shift + 1, quantum};
}

// What a product of log posits is in the accumulator (models/reference/elma_operation.h).
ProductShape ElmaProduct(const Format& format) {
  // Sign, the bits left of the point for the greatest number, those right of it for the square of
  // the least.
  const int max_scale = format.posit.max_scale();
  return {2 + 3 * max_scale, -2 * max_scale};
}

// What a product is in the accumulator by the unit's table.
ProductShape TabledProduct(const Design& design) {
  const LinearProduct product = LinearProductOf(design);
  return {product.width_bits(), product.least_exponent()};
}

}  // namespace

ProductShape ExactProducts(const Format& a, const Format& b, int count) {
  const Largest la = LargestMagnitude(a);
  const Largest lb = LargestMagnitude(b);
  const unsigned __int128 significand = static_cast<unsigned __int128>(la.significand) *
                                        lb.significand * static_cast<unsigned>(count);
  const int magnitude_bits = BitLength(significand) + la.shift + lb.shift;
  return {magnitude_bits + 1, a.min_quantum_exponent() + b.min_quantum_exponent()};
}

ProductShape ExactProduct(const Format& a, const Format& b) { return ExactProducts(a, b, 1); }

ProductShape ExactSum(const Format& a, const Format& b) {
  const Largest la = LargestMagnitude(a);
  const Largest lb = LargestMagnitude(b);
  // Two's complement: one bit above the wider operand, with a sign bit above magnitudes.
  const auto bits = [](const Format& f) {
    return f.width_bits() + (f.encoding == Encoding::kUnsigned ? 1 : 0);
  };
  const bool magnitudes = !a.is_signed() && !b.is_signed();
  const int magnitude_bits =
      BitLength(static_cast<unsigned __int128>(la.significand) + lb.significand) + 1;
  return {magnitudes ? magnitude_bits : std::max(bits(a), bits(b)) + 1, a.min_quantum_exponent()};
}

ProductShape ExactDot(const Design& design) {
  const DotProduct& dot = design.dot;
  unsigned __int128 significand = static_cast<unsigned>(dot.lanes);
  int shift = MostMicroexponent(dot);
  for (const Largest& part : {LargestMagnitude(design.a), LargestMagnitude(design.b),
                              LargestScale(dot.a), LargestScale(dot.b)}) {
    significand *= part.significand;
    shift += part.shift;
  }
  const int least_exponent = design.a.min_quantum_exponent() + design.b.min_quantum_exponent() +
                             LeastScaleExponent(dot.a) + LeastScaleExponent(dot.b) -
                             MostMicroexponent(dot);
  return {BitLength(significand) + shift + 1, least_exponent};
}

ProductShape ExactTerm(const Design& design) {
  if (design.unit == UnitKind::kElmaMac) return ElmaProduct(design.a);
  if (design.unit == UnitKind::kLogMac) return TabledProduct(design);
  if (design.unit == UnitKind::kBlockDot) return ExactDot(design);
  if (design.unit == UnitKind::kCodeSums) return ExactNumber(design.b);
  return design.unit == UnitKind::kIntAdd ? ExactSum(design.a, design.b)
                                          : ExactProduct(design.a, design.b);
}

int FlagBits(const Format& a, const Format& b) {
  if (a.has_infinity() || b.has_infinity()) return 3;
  return a.has_nan() || b.has_nan() ? 1 : 0;
}

int FlagBits(const Design& design) {
  // Its sums have one flag together: what is no finite number has no sum.
  if (design.unit == UnitKind::kCodeSums) return FlagBits(design.b, design.b) > 0 ? 1 : 0;
  const int bits = FlagBits(design.a, design.b);
  const auto has_nan = [](const LaneOperand& operand) {
    return operand.is_block() && operand.block.scale.has_nan();
  };
  return bits == 0 && (has_nan(design.dot.a) || has_nan(design.dot.b)) ? 1 : bits;
}

}  // namespace macroscope
