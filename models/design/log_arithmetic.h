// How a unit computes sums of numbers given by their logarithms.
#pragma once

#include <cstdint>

namespace macroscope {

// How the Gaussian logarithms log2(1 + 2^-d) and log2(1 - 2^-d) are had, or that they are not.
enum class LogMethod : std::uint8_t {
  kTable,        // Every value that is not 0 in a table.
  kInterpolate,  // A table of segments, which shrink towards 0, each a straight line.
  kBipartite,  // The same segments; what the line falls in a second table (Das Sarma, Matula 1995).
  kCotransform,  // Lines for sums; a difference becomes a sum by two small tables (Coleman 1995).
  kMitchell,     // No table: a logarithm's fraction stands for that of its number (Mitchell 1962).
  kLinear,       // Of log_mac: numbers go into a fixed-point accumulator.
};

// The worst error that is allowed, of the result's logarithm in units of its last place.
enum class LogGoal : std::uint8_t {
  kCorrect,   // At most 0.5: the nearest, as the reference has it.
  kFaithful,  // Below 1.
  kBound,     // At most LogArithmetic::bound_hundredths.
  kNone,      // Any.
};

// Whether the least tables are searched that keep to a goal.
inline bool SearchesTables(LogMethod method) {
  return method == LogMethod::kInterpolate || method == LogMethod::kBipartite ||
         method == LogMethod::kCotransform;
}

struct LogArithmetic {
  LogMethod method = LogMethod::kTable;
  LogGoal goal = LogGoal::kCorrect;
  int bound_hundredths = 0;
  // Of kLinear: how many entries the table from logarithms to linear numbers has, a power of two,
  // or of double-base numbers one for each sum of exponents of three; and fraction bits of an
  // entry.
  int table_entries = 0;
  int table_bits = 0;

  friend bool operator==(const LogArithmetic&, const LogArithmetic&) = default;
};

}  // namespace macroscope
