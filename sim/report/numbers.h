// Figures as people read them. An empty figure gives "".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace macroscope {

std::string Whole(std::optional<double> value);   // 35,712
std::string Decimal(double value, int decimals);  // 1,234.56
std::string Ratio(std::optional<double> value);   // 1.53
// Shortest digits that give the number back; for CSV files.
std::string Exact(std::optional<double> value);
std::string Count(std::uint64_t value);  // 1,048,576

}  // namespace macroscope
