#include "models/formats/codebook.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace macroscope {

bool Codebook::is_signed() const {
  return has_sign || std::ranges::any_of(values, [](float value) { return value < 0; });
}

int Codebook::width_bits() const {
  return static_cast<int>(std::bit_width(values.size())) - (has_sign ? 0 : 1);
}

std::vector<int> Codebook::Order() const {
  std::vector<int> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, [this](int x, int y) { return values[x] < values[y]; });
  return order;
}

}  // namespace macroscope
