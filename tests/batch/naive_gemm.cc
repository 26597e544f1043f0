#include "tests/batch/naive_gemm.h"

#include <algorithm>

#include "tests/batch/naive_sum.h"

namespace macroscope {
namespace {

// An element with what scales it: (-1)^negative * significand * 2^exponent, or no number.
struct Scaled {
  Decoded element;
  std::uint64_t significand = 0;
  int exponent = 0;
  bool nan = false, zero = false;
};

Scaled At(const LaneOperand& operand, const CodeMatrix& m, std::size_t line, std::size_t k) {
  Scaled out;
  out.element = Decode(operand.block.element, m.elements[line * m.length + k]);
  out.nan = out.element.number_class == NumberClass::kNan;
  out.zero = out.element.number_class == NumberClass::kZero;
  out.significand = out.element.significand;
  out.exponent = out.element.exponent;
  if (!operand.is_block()) return out;
  const Decoded scale = Decode(operand.block.scale, m.scales[ScaleIndex(operand, m, line, k)]);
  if (scale.number_class == NumberClass::kNan) {
    out.nan = true;
  } else if (operand.block.scale_is_exponent) {
    const int exponent = static_cast<int>(scale.significand);
    out.exponent += scale.negative ? -exponent : exponent;
  } else {
    out.zero |= scale.significand == 0;
    out.significand *= scale.significand;
    out.exponent += scale.exponent;
  }
  if (operand.block.has_sub_blocks()) {
    out.exponent -= m.microexponents[MicroIndex(operand, m, line, k)];
  }
  return out;
}

bool IsInfinite(const Scaled& x) { return x.element.number_class == NumberClass::kInfinity; }

std::vector<Scaled> All(const LaneOperand& operand, const CodeMatrix& m) {
  std::vector<Scaled> all;
  for (std::size_t line = 0; line < m.lines; ++line) {
    for (std::size_t k = 0; k < m.length; ++k) all.push_back(At(operand, m, line, k));
  }
  return all;
}

void AddProduct(const Scaled& a, const Scaled& b, NaiveSum& sum) {
  const bool negative = a.element.negative != b.element.negative;
  const bool infinite = IsInfinite(a) || IsInfinite(b);
  if (a.nan || b.nan || (infinite && (a.zero || b.zero))) {
    sum.AddNan();
  } else if (infinite) {
    sum.AddInfinity(negative);
  } else {
    // 53 and 53 bits at most.
    sum.Add(negative, static_cast<unsigned __int128>(a.significand) * b.significand,
            a.exponent + b.exponent);
  }
}

std::uint64_t FloatingOperation(const Design& design, const Scaled* a, const Scaled* b,
                                std::uint64_t c) {
  const Format& z = design.accumulator.format;
  NaiveSum sum;
  for (int i = 0; i < design.dot.lanes; ++i) AddProduct(a[i], b[i], sum);
  if (design.dot.join == Join::kJoined) {
    sum.Add(Decode(z, c));
    return sum.Round(design);
  }
  NaiveSum both;
  both.Add(Decode(z, sum.Round(design)));
  both.Add(Decode(z, c));
  return both.Round(design);
}

std::uint64_t FixedOperation(const Design& design, const Scaled* a, const Scaled* b,
                             std::uint64_t c) {
  const int width = design.accumulator.width_bits;
  const int least = ExactDot(design).least_exponent;
  __int128 sum = static_cast<std::int64_t>(c << (64 - width)) >> (64 - width);
  for (int i = 0; i < design.dot.lanes; ++i) {
    const __int128 product = static_cast<__int128>(a[i].significand) * b[i].significand *
                             (static_cast<__int128>(1) << (a[i].exponent + b[i].exponent - least));
    sum += a[i].element.negative != b[i].element.negative ? -product : product;
  }
  const __int128 largest = (static_cast<__int128>(1) << (width - 1)) - 1;
  if (design.overflow == Overflow::kSaturate) sum = std::clamp(sum, -largest - 1, largest);
  return static_cast<std::uint64_t>(sum) & ~std::uint64_t{0} >> (64 - width);
}

}  // namespace

std::vector<std::uint64_t> NaiveGemm(const Design& design, const CodeMatrix& a,
                                     const CodeMatrix& b) {
  const std::vector<Scaled> rows = All(design.dot.a, a), columns = All(design.dot.b, b);
  std::vector<std::uint64_t> z;
  for (std::size_t row = 0; row < a.lines; ++row) {
    for (std::size_t column = 0; column < b.lines; ++column) {
      std::uint64_t c = 0;
      for (std::size_t k = 0; k < a.length; k += static_cast<std::size_t>(design.dot.lanes)) {
        c = (design.accumulator.is_fixed ? FixedOperation : FloatingOperation)(
            design, &rows[row * a.length + k], &columns[column * b.length + k], c);
      }
      z.push_back(c);
    }
  }
  return z;
}

}  // namespace macroscope
