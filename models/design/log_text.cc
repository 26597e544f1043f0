#include "models/design/log_text.h"

#include <cstdio>

#include "models/design/text_tools.h"

namespace macroscope {
namespace {

std::string BoundText(int hundredths) {
  char text[16];
  std::snprintf(text, sizeof text, "%d.%02d", hundredths / 100, hundredths % 100);
  return text;
}

}  // namespace

bool SumsLogarithms(const Design& design) {
  return design.unit == UnitKind::kLogAdd ||
         (design.unit == UnitKind::kLogMac && design.logarithm.method != LogMethod::kLinear);
}

LogGoal DefaultGoal(LogMethod method) {
  if (method == LogMethod::kTable) return LogGoal::kCorrect;
  return SearchesTables(method) ? LogGoal::kFaithful : LogGoal::kNone;
}

std::string GoalText(const LogArithmetic& logarithm) {
  switch (logarithm.goal) {
    case LogGoal::kCorrect:
      return "correct";
    case LogGoal::kFaithful:
      return "faithful";
    case LogGoal::kBound:
      return BoundText(logarithm.bound_hundredths);
    case LogGoal::kNone:
      break;
  }
  return "none";
}

void RefuseLogKeys(const DesignText& text, UnitKind unit) {
  if (unit == UnitKind::kLogAdd || unit == UnitKind::kLogMac) return;
  const std::pair<const char*, const std::string*> keys[] = {{"method", &text.method},
                                                             {"error", &text.error},
                                                             {"table_entries", &text.table_entries},
                                                             {"table_bits", &text.table_bits}};
  for (const auto& [key, value] : keys) {
    if (Trimmed(*value).empty()) continue;
    throw DesignError(key, std::string(Name(unit)) +
                               " has no such choice; leave it out, or use log_add or log_mac");
  }
}

void AddLogText(const Design& design, DesignText& text) {
  if (design.unit != UnitKind::kLogAdd && design.unit != UnitKind::kLogMac) return;
  const LogArithmetic& logarithm = design.logarithm;
  text.method = Name(logarithm.method);
  if (SumsLogarithms(design)) {
    text.error = GoalText(logarithm);
  } else {
    // Those of double-base numbers follow from the operands.
    if (!design.a.is_double_base()) text.table_entries = std::to_string(logarithm.table_entries);
    if (logarithm.table_entries > 1) text.table_bits = std::to_string(logarithm.table_bits);
  }
}

std::string LogName(const Design& design) {
  if (design.unit != UnitKind::kLogAdd && design.unit != UnitKind::kLogMac) return "";
  const LogArithmetic& logarithm = design.logarithm;
  std::string name;
  if (!SumsLogarithms(design)) {
    name.append(", table ").append(std::to_string(logarithm.table_entries));
    name.append(" x ").append(std::to_string(logarithm.table_bits));
    return name;
  }
  name.append(", ").append(Name(logarithm.method));
  if (logarithm.goal != DefaultGoal(logarithm.method)) {
    name.append(" ").append(GoalText(logarithm));
  }
  return name;
}

}  // namespace macroscope
