// The keys `method`, `error`, `table_entries` and `table_bits`.
#include <bit>
#include <cstdio>
#include <optional>

#include "models/design/log_tables.h"
#include "models/design/log_text.h"
#include "models/design/parse_name.h"

namespace macroscope {
namespace {

constexpr int kMostBound = 100'000;  // 1000 units.
constexpr int kMostLinearBits = 24;

// "1.5" in hundredths.
std::optional<int> Hundredths(std::string_view text) {
  const std::size_t point = text.find('.');
  const auto whole = ParseNumber(text.substr(0, point));
  if (!whole || *whole > kMostBound / 100) return std::nullopt;
  if (point == std::string_view::npos) return *whole * 100;
  std::string digits(text.substr(point + 1));
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  if (digits.size() == 1) digits += '0';
  const auto fraction = ParseNumber(digits);
  if (!fraction) return std::nullopt;
  return *whole * 100 + *fraction;
}

void ParseGoal(std::string_view text, LogArithmetic& logarithm) {
  logarithm.goal = DefaultGoal(logarithm.method);
  if (text.empty()) return;
  if (text == "correct") {
    logarithm.goal = LogGoal::kCorrect;
  } else if (text == "faithful") {
    logarithm.goal = LogGoal::kFaithful;
  } else if (text == "none") {
    logarithm.goal = LogGoal::kNone;
  } else {
    const auto hundredths = Hundredths(text);
    if (!hundredths) {
      throw DesignError("error", "'" + std::string(text) +
                                     "' is no error that a result may have; give correct, "
                                     "faithful, none, or a bound from 0 to 1000 units in the last "
                                     "place, such as 1.5");
    }
    logarithm.goal = LogGoal::kBound;
    logarithm.bound_hundredths = *hundredths;
  }
  if (SearchesTables(logarithm.method) && logarithm.goal == LogGoal::kNone) {
    throw DesignError("error",
                      std::string(Name(logarithm.method)) +
                          " takes the least tables that keep to an error; give faithful, correct "
                          "or a bound");
  }
  if (logarithm.method == LogMethod::kTable && logarithm.goal != LogGoal::kCorrect) {
    throw DesignError("error",
                      "a full table has the nearest value to everything, which is correct; leave "
                      "it out, or choose another method");
  }
}

void ParseLinearTable(const DesignText& text, Design& design) {
  LogArithmetic& logarithm = design.logarithm;
  const int steps = design.a.log.steps_per_octave;
  const int fraction_bits = design.a.log.fraction_bits();
  const std::string_view entries = Trimmed(text.table_entries), bits = Trimmed(text.table_bits);
  const auto given = entries.empty() ? std::optional(steps) : ParseNumber(entries);
  if (!given || *given < 1 || *given > steps ||
      !std::has_single_bit(static_cast<unsigned>(*given))) {
    throw DesignError("table_entries",
                      "'" + std::string(entries) + "' is no size of the table; " + design.a.name +
                          " has " + std::to_string(steps) +
                          " steps an octave: give a power of two up to that, or 1 for no table");
  }
  logarithm.table_entries = *given;
  // An entry's last bit is half a step or less; of 8-bit formats, an eighth.
  const int usual = std::max(8, fraction_bits + 1);
  const int width = ParseTableBits(bits, usual);
  logarithm.table_bits = *given == 1 ? 0 : width;
  if (*given == 1 && !bits.empty()) {
    throw DesignError("table_bits", "a table of 1 entry is none; leave it out");
  }
}

}  // namespace

int ParseTableBits(std::string_view text, int usual) {
  const auto bits = text.empty() ? std::optional(usual) : ParseNumber(text);
  if (bits && *bits >= 1 && *bits <= kMostLinearBits) return *bits;
  throw DesignError("table_bits", "'" + std::string(text) + "' is no number from 1 to " +
                                      std::to_string(kMostLinearBits));
}

void ParseLogMethod(const DesignText& text, Design& design) {
  LogArithmetic& logarithm = design.logarithm;
  const std::string_view accumulator = Trimmed(text.accumulator);
  const bool is_fixed =
      design.unit == UnitKind::kLogMac && (accumulator.empty() || accumulator.starts_with("fixed"));
  logarithm.method = ParseName("method", Trimmed(text.method), LogMethodNames(),
                               is_fixed ? LogMethod::kLinear : LogMethod::kTable);
  const bool is_linear = logarithm.method == LogMethod::kLinear;
  if (is_linear && design.unit == UnitKind::kLogAdd) {
    throw DesignError(
        "method",
        "log_add has no fixed-point sum; choose table, interpolate, bipartite, cotransform or "
        "mitchell, or log_mac");
  }
  if (!is_linear && is_fixed) {
    throw DesignError("method",
                      "sums in fixed point are linear; leave it out, or give a logarithmic "
                      "accumulator");
  }
  const bool is_power = std::has_single_bit(static_cast<unsigned>(design.a.log.steps_per_octave));
  if (!is_power && (is_linear || logarithm.method == LogMethod::kMitchell)) {
    throw DesignError("method", std::string(Name(logarithm.method)) +
                                    " splits logarithms into octave and fraction, and " +
                                    design.a.name + " has " +
                                    std::to_string(design.a.log.steps_per_octave) +
                                    " steps an octave; it needs a power of two of them");
  }
  if (is_linear) {
    if (!Trimmed(text.error).empty()) {
      throw DesignError("error",
                        "sums in fixed point are exact, by the table's entries; leave it "
                        "out, and give table_entries and table_bits");
    }
    return ParseLinearTable(text, design);
  }
  for (const auto& [key, value] : {std::pair("table_entries", &text.table_entries),
                                   std::pair("table_bits", &text.table_bits)}) {
    if (!Trimmed(*value).empty()) {
      throw DesignError(key,
                        "the tables of " + std::string(Name(logarithm.method)) +
                            " follow from `error`; leave it out, or accumulate in fixed point");
    }
  }
  ParseGoal(Trimmed(text.error), logarithm);
}

void CheckLogTables(const Design& design) {
  if (!SumsLogarithms(design)) return;
  const LogArithmetic& logarithm = design.logarithm;
  try {
    if (ReachesGoal(design)) return;
  } catch (const std::invalid_argument& error) {
    throw DesignError("method", std::string(Name(logarithm.method)) + " of " +
                                    design.accumulator.format.name + " with error " +
                                    GoalText(logarithm) + ": " + error.what() +
                                    "; allow a larger error, or choose another method");
  }
  const WorstErrors worst = WorstErrorsOf(design);
  char text[64];
  std::snprintf(text, sizeof text, "%.3f", std::max(worst.sum, worst.difference));
  throw DesignError("error", std::string(Name(logarithm.method)) + " of " +
                                 design.accumulator.format.name + " is up to " + text +
                                 " units in the last place off; allow as much, or choose another "
                                 "method");
}

}  // namespace macroscope
