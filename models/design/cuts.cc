// The stages of every unit, in one file as they are one table: their names, and where registers go.
#include "models/design/cuts.h"

#include <algorithm>
#include <map>

#include "models/design/conversion.h"
#include "models/design/dot_stages.h"
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

// block_dot has the stages that its reduction and its accumulator need.
Stages BlockDotStages(const Design& design) {
  const DotProduct& dot = design.dot;
  const bool fixed = design.accumulator.is_fixed;
  const bool exact = dot.reduction == Reduction::kExact;
  Stages s{{"unpack", "multiply"}, {"multiply"}};
  if (dot.looks_up()) s.names.insert(s.names.begin(), "lookup");
  const auto add = [&s](const char* name) {
    s.names.emplace_back(name);
    s.cut_order.emplace_back(name);
  };
  if (SumsGroups(design)) add("reduce");
  if (dot.has_scale()) s.names.emplace_back("scale");
  if (Gathers(design)) add("gather");
  if (LevelsTerm(design)) s.names.emplace_back("level");
  if (fixed) {
    add("add");
    s.names.emplace_back("accumulate");
  } else if (dot.reduction == Reduction::kTree) {
    add("tree");
    s.names.emplace_back("accumulate");
  } else {
    const bool after = dot.join == Join::kAfter;
    add("align");
    if (!after || !exact) add("add");
    add("normalize");
    s.names.emplace_back("round");
    if (after) s.names.emplace_back("accumulate");
  }
  for (const std::string& name : s.names) {
    if (std::ranges::find(s.cut_order, name) == s.cut_order.end()) s.cut_order.push_back(name);
  }
  return s;
}

// block_quantize divides where the scale is no power of two.
const Stages& BlockQuantizeStages(const Design& design) {
  static const Stages shifts = {{"unpack", "largest", "scale", "shift", "round"},
                                {"largest", "shift", "scale", "round", "unpack"}};
  static const Stages divides = {{"unpack", "largest", "scale", "divide", "shift", "round"},
                                 {"scale", "divide", "largest", "shift", "round", "unpack"}};
  return design.quantize.divides() ? divides : shifts;
}

// Of units that have the same stages in every design.
const Stages& FixedStages(UnitKind unit) {
  static const std::map<UnitKind, Stages> stages = {
      {UnitKind::kIntMac,
       {{"unpack", "multiply", "add", "accumulate"}, {"multiply", "add", "unpack", "accumulate"}}},
      {UnitKind::kKulischMac,
       {{"unpack", "multiply", "align", "add", "accumulate"},
        {"multiply", "align", "add", "unpack", "accumulate"}}},
      {UnitKind::kFpFma,
       {{"unpack", "multiply", "align", "add", "normalize", "round"},
        {"multiply", "add", "align", "normalize", "unpack", "round"}}},
      {UnitKind::kFpAdd,
       {{"unpack", "align", "add", "normalize", "round"},
        {"add", "align", "normalize", "unpack", "round"}}},
      {UnitKind::kFpMul,
       {{"unpack", "multiply", "normalize", "round"},
        {"multiply", "normalize", "unpack", "round"}}},
      {UnitKind::kIntAdd, {{"unpack", "add", "saturate"}, {"unpack", "add", "saturate"}}},
      {UnitKind::kIntMul, {{"unpack", "multiply", "saturate"}, {"multiply", "unpack", "saturate"}}},
      {UnitKind::kPositMul,
       {{"unpack", "multiply", "normalize", "round"},
        {"multiply", "unpack", "normalize", "round"}}},
      {UnitKind::kPositAdd,
       {{"unpack", "align", "add", "normalize", "round"},
        {"add", "unpack", "normalize", "align", "round"}}},
      {UnitKind::kPositFma,
       {{"unpack", "multiply", "align", "add", "normalize", "round"},
        {"multiply", "add", "normalize", "align", "unpack", "round"}}},
      {UnitKind::kPositQuireMac,
       {{"unpack", "multiply", "align", "add", "accumulate"},
        {"align", "multiply", "add", "unpack", "accumulate"}}},
      {UnitKind::kCodeSums, {{"unpack", "add"}, {"unpack", "add"}}},
      {UnitKind::kPositQuireRound,
       {{"unpack", "normalize", "round"}, {"normalize", "unpack", "round"}}}};
  return stages.at(unit);
}

// Products of logarithms summed in fixed point, and shown as a code if the result is to have one.
const Stages& LinearSumStages(const Design& design) {
  static const Stages sums = {{"unpack", "multiply", "linear", "align", "add", "accumulate"},
                              {"linear", "align", "multiply", "add", "unpack", "accumulate"}};
  static const Stages codes = {
      {"unpack", "multiply", "linear", "align", "add", "accumulate", "read"},
      {"linear", "accumulate", "align", "multiply", "add", "unpack", "read"}};
  return design.accumulator.shows_code() ? codes : sums;
}

// Sums of logarithms, with a stage in which differences become sums if the method has it.
const Stages& LogAddStages(const Design& design) {
  static const Stages looks_up = {{"unpack", "order", "lookup", "refine", "round"},
                                  {"lookup", "order", "refine", "unpack", "round"}};
  static const Stages cotransforms = {
      {"unpack", "order", "cotransform", "lookup", "refine", "round"},
      {"cotransform", "lookup", "order", "refine", "unpack", "round"}};
  return design.logarithm.method == LogMethod::kCotransform ? cotransforms : looks_up;
}

// log_mac keeps its sums in fixed point, or as logarithms.
const Stages& LogMacStages(const Design& design) {
  static const Stages looks_up = {{"unpack", "multiply", "order", "lookup", "refine", "round"},
                                  {"multiply", "lookup", "order", "refine", "unpack", "round"}};
  static const Stages cotransforms = {
      {"unpack", "multiply", "order", "cotransform", "lookup", "refine", "round"},
      {"multiply", "cotransform", "lookup", "order", "refine", "unpack", "round"}};
  if (design.accumulator.is_fixed) return LinearSumStages(design);
  return design.logarithm.method == LogMethod::kCotransform ? cotransforms : looks_up;
}

const Stages& ConvertStages(const Design& design) {
  static const Stages to_logarithm{{"unpack", "leading", "logarithm", "round"},
                                   {"leading", "logarithm", "unpack", "round"}};
  static const std::map<Conversion, Stages> stages = {
      {Conversion::kToNumber, {{"unpack", "shift", "round"}, {"shift", "unpack", "round"}}},
      {Conversion::kToPosit, {{"unpack", "leading", "round"}, {"leading", "unpack", "round"}}},
      {Conversion::kToLogarithm, to_logarithm},
      {Conversion::kToLogPosit, to_logarithm},
      {Conversion::kFromLogarithm,
       {{"unpack", "linear", "shift", "round"}, {"linear", "shift", "unpack", "round"}}},
      {Conversion::kToCodebook, {{"order", "search"}, {"order", "search"}}},
      {Conversion::kFromCodebook, {{"lookup"}, {"lookup"}}}};
  return stages.at(ConversionOf(design));
}

const Stages& StagesOf(const Design& design) {
  switch (design.unit) {
    case UnitKind::kBlockDot: {
      // One a kind of design, each made when it is first asked for.
      static std::map<std::vector<std::string>, Stages> kinds;
      Stages stages = BlockDotStages(design);
      return kinds.try_emplace(stages.names, stages).first->second;
    }
    case UnitKind::kBlockQuantize:
      return BlockQuantizeStages(design);
    case UnitKind::kConvert:
      return ConvertStages(design);
    case UnitKind::kElmaMac:
      return LinearSumStages(design);
    case UnitKind::kLogAdd:
      return LogAddStages(design);
    case UnitKind::kLogMac:
      return LogMacStages(design);
    default:
      return FixedStages(design.unit);
  }
}

int StageIndex(const Design& design, const std::string& name) {
  const auto& stages = StageNames(design);
  const auto stage = std::ranges::find(stages, name);
  if (stage == stages.end()) {
    throw DesignError("cuts", std::string(Name(design.unit)) + " has no stage '" + name +
                                  "'; it has " + Joined(stages, " "));
  }
  return static_cast<int>(stage - stages.begin());
}

std::uint32_t ParseStageList(const Design& design, std::string_view text) {
  std::uint32_t cuts = 0;
  const int last = static_cast<int>(StageNames(design).size()) - 1;
  for (const std::string& name : Split(text, '+')) {
    const int index = StageIndex(design, name);
    if (design.form == Form::kMac && index == last) {
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

const std::vector<std::string>& StageNames(const Design& design) { return StagesOf(design).names; }

std::uint32_t PlaceCuts(const Design& design, int count) {
  const std::vector<std::string>& order = StagesOf(design).cut_order;
  const int stages = static_cast<int>(order.size());
  const int most = std::min(kMaxCuts, design.form == Form::kMac ? stages - 1 : stages);
  if (count < 0 || count > most) {
    throw DesignError("cuts", std::to_string(count) + " registers do not fit the " +
                                  std::string(Name(design.form)) + " form of " +
                                  std::string(Name(design.unit)) + ", which has " +
                                  std::to_string(stages) + " stages; 0 to " + std::to_string(most) +
                                  " do");
  }
  std::uint32_t cuts = 0;
  for (int i = 0; i < count; ++i) cuts |= std::uint32_t{1} << StageIndex(design, order[i]);
  return cuts;
}

std::uint32_t ParseCuts(const Design& design, std::string_view text) {
  if (text.empty()) return 0;
  if (const auto count = ParseNumber(text)) return PlaceCuts(design, *count);
  if (text[0] == '-' || text.find_first_not_of("0123456789.") == std::string_view::npos) {
    throw DesignError("cuts", "'" + std::string(text) +
                                  "' is no number of registers; give 0 to 5, or stages: " +
                                  Joined(StageNames(design), " "));
  }
  return ParseStageList(design, text);
}

std::string CutsText(const Design& design) {
  std::vector<std::string> names;
  const auto& stages = StageNames(design);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (design.structure.cuts >> i & 1) names.push_back(stages[i]);
  }
  return names.empty() ? "0" : Joined(names, "+");
}

}  // namespace macroscope
