#include "sim/netlist/liberty_number.h"

#include <charconv>

namespace macroscope {

bool SplitLibertyNumber(std::string_view text, double& number, std::string_view& unit) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  unit = text.substr(static_cast<std::size_t>(end - text.data()));
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  while (!unit.empty() && unit.back() == ' ') unit.remove_suffix(1);
  return true;
}

double LibertyUnitFactor(std::string_view unit, char base) {
  if (unit.empty() || (unit.back() | 0x20) != (base | 0x20)) return 0;
  unit.remove_suffix(1);
  if (unit.empty()) return 1;
  if (unit.size() != 1) return 0;
  switch (unit[0]) {
    case 'm':
      return 1e-3;
    case 'u':
      return 1e-6;
    case 'n':
      return 1e-9;
    case 'p':
    case 'P':
      return 1e-12;
    case 'f':
    case 'F':
      return 1e-15;
    default:
      return 0;
  }
}

}  // namespace macroscope
