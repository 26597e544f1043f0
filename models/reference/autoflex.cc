#include "models/reference/autoflex.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace macroscope {
namespace {

// ceil(log2 x) of a positive number.
int CeilLog2(double x) {
  int exponent = 0;
  const double fraction = std::frexp(x, &exponent);  // In [1/2, 1).
  return fraction == 0.5 ? exponent - 1 : exponent;
}

double Deviation(const std::deque<double>& values) {
  const auto count = static_cast<double>(values.size());
  double mean = 0, square = 0;
  for (const double value : values) mean += value / count;
  for (const double value : values) square += (value - mean) * (value - mean) / count;
  return std::sqrt(square);
}

}  // namespace

Autoflex::Autoflex(const AutoflexConstants& constants, int exponent)
    : constants_(constants), exponent_(exponent) {
  MoveTo(exponent);
}

bool Autoflex::Overflows(std::uint64_t largest) const {
  return largest >= (std::uint64_t{1} << (constants_.mantissa_bits - 1)) - 1;
}

void Autoflex::MoveTo(int exponent) {
  exponent_ = std::clamp(exponent, constants_.least_exponent, constants_.greatest_exponent);
}

bool Autoflex::Initialize(std::uint64_t largest) {
  const int half = (constants_.mantissa_bits - 1) / 2;
  const int before = exponent_;
  if (Overflows(largest)) {
    MoveTo(exponent_ + half);
  } else if (largest <= std::uint64_t{1} << std::max(half - 2, 0)) {
    // Too few bits to tell the magnitude by: close to the target, and look again.
    const auto ceil_log2 =
        static_cast<int>(std::bit_width(std::max<std::uint64_t>(largest, 1) - 1));
    MoveTo(exponent_ + ceil_log2 - (constants_.mantissa_bits - 2));
  }
  return exponent_ == before;  // Also where the exponent's own range ends, as for zeros.
}

double Autoflex::Adjust(std::uint64_t largest) {
  if (Overflows(largest)) {
    history_.clear();
    largest *= 2;
  }
  const double scale = std::ldexp(1.0, exponent_);
  history_.push_back(static_cast<double>(largest) * scale);
  if (history_.size() > constants_.window) history_.pop_front();
  const double most = *std::max_element(history_.begin(), history_.end());
  const double predicted =
      constants_.headroom *
      (most + constants_.deviations * Deviation(history_) + constants_.offset * scale);
  MoveTo(CeilLog2(predicted) - constants_.mantissa_bits + 1);
  return predicted;
}

}  // namespace macroscope
