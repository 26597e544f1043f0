#include "sim/report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace macroscope {
namespace {

std::string WithCommas(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t i = std::min(digits.find('.'), digits.size()); i > first + 3;) {
    i -= 3;
    digits.insert(i, 1, ',');
  }
  return digits;
}

}  // namespace

std::string Whole(std::optional<double> value) {
  return value ? WithCommas(fmt::format("{:.0f}", std::round(*value))) : "";
}
std::string Decimal(double value, int decimals) {
  return WithCommas(fmt::format("{:.{}f}", value, decimals));
}
std::string Ratio(std::optional<double> value) {
  return value ? fmt::format("{:.2f}", *value) : "";
}
std::string Exact(std::optional<double> value) { return value ? fmt::format("{}", *value) : ""; }
std::string Count(std::uint64_t value) { return WithCommas(std::to_string(value)); }

}  // namespace macroscope
