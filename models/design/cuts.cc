#include "models/design/cuts.h"

#include <algorithm>

#include "models/design/text_tools.h"

namespace macroscope {
namespace {

constexpr int kMaxCuts = 5;

// The stages in the order in which they get a register: the first n of them for n cuts. The first
// split parts the multiplier from the addition, which are the long ones; the next take the long
// shifts and the long adders apart; what unpacking does is little, so its register comes last.
const std::vector<std::string>& CutOrder(UnitKind unit) {
  static const std::vector<std::string> int_mac = {"multiply", "add", "unpack", "accumulate"};
  static const std::vector<std::string> kulisch_mac = {"multiply", "align", "add", "unpack",
                                                       "accumulate"};
  static const std::vector<std::string> fp_fma = {"multiply",  "add",    "align",
                                                  "normalize", "unpack", "round"};
  switch (unit) {
    case UnitKind::kIntMac:
      return int_mac;
    case UnitKind::kKulischMac:
      return kulisch_mac;
    case UnitKind::kFpFma:
      break;
  }
  return fp_fma;
}

int StageIndex(UnitKind unit, const std::string& name) {
  const auto& stages = StageNames(unit);
  const auto stage = std::ranges::find(stages, name);
  if (stage == stages.end()) {
    throw DesignError("cuts", std::string(Name(unit)) + " has no stage '" + name + "'; it has " +
                                  Joined(stages, " "));
  }
  return static_cast<int>(stage - stages.begin());
}

std::uint32_t ParseStageList(UnitKind unit, Form form, std::string_view text) {
  std::uint32_t cuts = 0;
  const int last = static_cast<int>(StageNames(unit).size()) - 1;
  for (const std::string& name : Split(text, '+')) {
    const int index = StageIndex(unit, name);
    if (form == Form::kMac && index == last) {
      throw DesignError("cuts", "the mac form has its accumulator register after '" + name +
                                    "' already; name earlier stages only");
    }
    if (cuts >> index & 1) {
      throw DesignError("cuts", "'" + name + "' is named twice; a stage has one register at most");
    }
    cuts |= std::uint32_t{1} << index;
  }
  return cuts;
}

}  // namespace

const std::vector<std::string>& StageNames(UnitKind unit) {
  static const std::vector<std::string> int_mac = {"unpack", "multiply", "add", "accumulate"};
  static const std::vector<std::string> kulisch_mac = {"unpack", "multiply", "align", "add",
                                                       "accumulate"};
  static const std::vector<std::string> fp_fma = {"unpack", "multiply",  "align",
                                                  "add",    "normalize", "round"};
  switch (unit) {
    case UnitKind::kIntMac:
      return int_mac;
    case UnitKind::kKulischMac:
      return kulisch_mac;
    case UnitKind::kFpFma:
      break;
  }
  return fp_fma;
}

std::uint32_t PlaceCuts(UnitKind unit, Form form, int count) {
  const auto& order = CutOrder(unit);
  const int stages = static_cast<int>(order.size());
  const int most = std::min(kMaxCuts, form == Form::kMac ? stages - 1 : stages);
  if (count < 0 || count > most) {
    throw DesignError("cuts", std::to_string(count) + " registers do not fit the " +
                                  std::string(Name(form)) + " form of " + std::string(Name(unit)) +
                                  ", which has " + std::to_string(stages) + " stages; 0 to " +
                                  std::to_string(most) + " do");
  }
  std::uint32_t cuts = 0;
  for (int i = 0; i < count; ++i) cuts |= std::uint32_t{1} << StageIndex(unit, order[i]);
  return cuts;
}

std::uint32_t ParseCuts(UnitKind unit, Form form, std::string_view text) {
  if (text.empty()) return 0;
  if (const auto count = ParseNumber(text)) return PlaceCuts(unit, form, *count);
  if (text[0] == '-' || text.find_first_not_of("0123456789.") == std::string_view::npos) {
    throw DesignError("cuts", "'" + std::string(text) +
                                  "' is no number of registers; give 0 to 5, or stages: " +
                                  Joined(StageNames(unit), " "));
  }
  return ParseStageList(unit, form, text);
}

std::string CutsText(UnitKind unit, std::uint32_t cuts) {
  std::vector<std::string> names;
  const auto& stages = StageNames(unit);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (cuts >> i & 1) names.push_back(stages[i]);
  }
  return names.empty() ? "0" : Joined(names, "+");
}

}  // namespace macroscope
