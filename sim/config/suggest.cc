#include "sim/config/suggest.h"

#include <algorithm>
#include <limits>

namespace macroscope {

int EditDistance(std::string_view a, std::string_view b) {
  std::vector<int> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string DidYouMean(std::string_view wrong, const std::vector<std::string>& names) {
  const std::string* nearest = nullptr;
  int least = std::numeric_limits<int>::max();
  for (const std::string& name : names) {
    const int distance = EditDistance(wrong, name);
    if (distance < least) {
      least = distance;
      nearest = &name;
    }
  }
  // A third of the letters wrong is a slip; more is another word.
  const int slip = std::max(1, static_cast<int>(wrong.size()) / 3);
  if (nearest == nullptr || least > slip) return "";
  return "; did you mean '" + *nearest + "'?";
}

std::string NameList(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace macroscope
