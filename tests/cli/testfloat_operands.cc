// The operands of the streams.
#include <algorithm>
#include <cmath>

#include "tests/cli/testfloat_stream.h"

namespace macroscope {

std::uint32_t StreamOperands::Code() {
  const std::uint64_t word = random_();
  const int top = (1 << format_.exponent_bits) - 1;
  const int middles[] = {0, format_.bias(), format_.bias() / 2, top - format_.bias() / 2, top};
  int field = middles[word % 5] + static_cast<int>(word >> 8 & 7) - 3;
  if ((word >> 16) % 4 == 0) field = static_cast<int>(word >> 24) & top;
  field = std::min(std::max(field, 0), top);
  std::uint32_t fraction = static_cast<std::uint32_t>(random_());
  const int shape = static_cast<int>(word >> 40 & 7);
  const std::uint32_t bit = 1U << (word >> 48) % format_.fraction_bits;
  if (shape == 0) fraction = 0;
  if (shape == 1) fraction = bit;
  if (shape == 2) fraction = bit - 1;
  if (shape == 3) fraction = ~bit;
  if (shape == 4) fraction = ~(bit - 1);
  fraction &= (1U << format_.fraction_bits) - 1;
  const std::uint32_t sign = (word >> 63) != 0 ? format_.sign() : 0;
  return sign | static_cast<std::uint32_t>(field) << format_.fraction_bits | fraction;
}

std::uint32_t StreamOperands::NearMinus(double value) {
  if (!std::isfinite(value)) return Code();
  const auto rounded = StreamRound(format_, -value, 0, StreamMode::kMinMag);
  const auto steps = static_cast<std::uint32_t>(random_() % 5) - 2;
  return (rounded.code + steps) & ((format_.sign() << 1) - 1);
}

void StreamOperands::Draw(std::uint32_t& a, std::uint32_t& b, std::uint32_t& c) {
  a = Code();
  const bool cancels = random_() % 4 == 0;
  const double x = format_.Value(a);
  b = operation_ == StreamOperation::kAdd && cancels ? NearMinus(x) : Code();
  c = cancels ? NearMinus(x * format_.Value(b)) : Code();
}

}  // namespace macroscope
