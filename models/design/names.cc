// The names of all enumerators, each list in its enumeration's order.
#include "models/design/design.h"

namespace macroscope {
namespace {

template <typename Enum>
std::string_view NameIn(const std::vector<std::string>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

const std::vector<std::string>& UnitNames() {
  static const std::vector<std::string> names = {"int_mac", "kulisch_mac", "fp_fma"};
  return names;
}

const std::vector<std::string>& RoundingNames() {
  static const std::vector<std::string> names = {
      "ties_to_even", "toward_zero", "toward_negative", "toward_positive",
      "ties_to_away", "to_odd",      "stochastic"};
  return names;
}

const std::vector<std::string>& OverflowNames() {
  static const std::vector<std::string> names = {"infinity", "saturate", "nan", "wrap"};
  return names;
}

const std::vector<std::string>& FormNames() {
  static const std::vector<std::string> names = {"operation", "mac"};
  return names;
}

const std::vector<std::string>& MultiplierNames() {
  static const std::vector<std::string> names = {"operator", "wallace"};
  return names;
}

const std::vector<std::string>& AdderNames() {
  static const std::vector<std::string> names = {"operator", "sklansky"};
  return names;
}

std::string_view Name(UnitKind value) { return NameIn(UnitNames(), value); }
std::string_view Name(Rounding value) { return NameIn(RoundingNames(), value); }
std::string_view Name(Overflow value) { return NameIn(OverflowNames(), value); }
std::string_view Name(Form value) { return NameIn(FormNames(), value); }
std::string_view Name(Multiplier value) { return NameIn(MultiplierNames(), value); }
std::string_view Name(Adder value) { return NameIn(AdderNames(), value); }

}  // namespace macroscope
