// The names that exist, for messages about one that does not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macroscope {

// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
int EditDistance(std::string_view a, std::string_view b);

// "; did you mean 'x'?" with the nearest name, or "" if none is near enough to be meant.
std::string DidYouMean(std::string_view wrong, const std::vector<std::string>& names);

// Of rows that have one each, as a catalogue's.
template <typename Row>
std::vector<std::string> NamesOf(const std::vector<Row>& rows) {
  std::vector<std::string> names;
  for (const Row& row : rows) names.push_back(row.name);
  return names;
}

// "unit, operands, accumulator"
std::string NameList(const std::vector<std::string>& names);

}  // namespace macroscope
