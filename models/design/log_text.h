// The keys of units that compute with logarithms.
#pragma once

#include <string>

#include "models/design/design.h"

namespace macroscope {

inline bool TakesLogarithms(UnitKind unit) {
  return unit == UnitKind::kElmaMac || unit == UnitKind::kLogAdd || unit == UnitKind::kLogMac;
}

// Operands, method, goal and table of such a unit. Throws DesignError.
void ParseLogarithms(const DesignText& text, const Catalogue& formats, Design& design);
void ParseLogMethod(const DesignText& text, Design& design);
void ParseDoubleBaseMethod(const DesignText& text, Design& design);
// `table_bits` of the table that makes a product linear, or `usual` if none are given.
int ParseTableBits(std::string_view text, int usual);

// Whether its sums are logarithms, and not in fixed point.
bool SumsLogarithms(const Design& design);
LogGoal DefaultGoal(LogMethod method);
std::string GoalText(const LogArithmetic& logarithm);

// Whether its tables are of a size that can be, and keep to its goal. Needs the accumulator. Throws
// DesignError.
void CheckLogTables(const Design& design);

// Throws DesignError where a unit is given a key that is not its own.
void RefuseLogKeys(const DesignText& text, UnitKind unit);

void AddLogText(const Design& design, DesignText& text);
// What is not its default, for DisplayName.
std::string LogName(const Design& design);

}  // namespace macroscope
