#include "models/design/cuts.h"

#include <algorithm>

#include "models/design/text_tools.h"

namespace macroscope {
namespace {

constexpr int kMaxCuts = 5;

struct Stages {
  std::vector<std::string> names;  // First to last.
  // The order in which they get a register: the first n of them for n cuts. The first split parts
  // the multiplier from the addition, which are the long ones; the next take the long shifts and
  // the long adders apart; what unpacking does is little, so its register comes last.
  std::vector<std::string> cut_order;
};

const Stages& StagesOf(UnitKind unit) {
  static const std::vector<Stages> stages = {
      {{"unpack", "multiply", "add", "accumulate"}, {"multiply", "add", "unpack", "accumulate"}},
      {{"unpack", "multiply", "align", "add", "accumulate"},
       {"multiply", "align", "add", "unpack", "accumulate"}},
      {{"unpack", "multiply", "align", "add", "normalize", "round"},
       {"multiply", "add", "align", "normalize", "unpack", "round"}},
      {{"unpack", "align", "add", "normalize", "round"},
       {"add", "align", "normalize", "unpack", "round"}},
      {{"unpack", "multiply", "normalize", "round"}, {"multiply", "normalize", "unpack", "round"}},
      {{"unpack", "add", "saturate"}, {"unpack", "add", "saturate"}},
      {{"unpack", "multiply", "saturate"}, {"multiply", "unpack", "saturate"}},
      {{"unpack", "shift", "round"}, {"shift", "unpack", "round"}},
  };
  return stages.at(static_cast<std::size_t>(unit));  // In the order of UnitKind.
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

const std::vector<std::string>& StageNames(UnitKind unit) { return StagesOf(unit).names; }

std::uint32_t PlaceCuts(UnitKind unit, Form form, int count) {
  const std::vector<std::string>& order = StagesOf(unit).cut_order;
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
