#include "sim/netlist/unateness.h"

#include <array>
#include <cstdint>

namespace macroscope {
namespace {

// More inputs than this are not tried out: 2^20 evaluations would be felt.
constexpr std::size_t kMaxFree = 20;

// Calls visit(words) with the inputs' values, 64 assignments of the unknown ones at a time, until
// it returns false. False if there are too many.
template <typename Visit>
bool ForAll(const std::vector<std::optional<bool>>& known, Visit visit) {
  constexpr std::array<std::uint64_t, 6> kPatterns = {0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC,
                                                      0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00,
                                                      0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};
  std::vector<std::size_t> free;
  std::vector<std::uint64_t> words(known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!known[i]) free.push_back(i);
    words[i] = known[i].value_or(false) ? ~std::uint64_t{0} : 0;
  }
  if (free.size() > kMaxFree) return false;
  const std::size_t blocks = free.size() > 6 ? std::size_t{1} << (free.size() - 6) : 1;
  for (std::size_t block = 0; block < blocks; ++block) {
    for (std::size_t i = 0; i < free.size(); ++i) {
      words[free[i]] = i < 6 ? kPatterns[i] : (block >> (i - 6) & 1) != 0 ? ~std::uint64_t{0} : 0;
    }
    if (!visit(words)) break;
  }
  return true;
}

}  // namespace

std::optional<TimingSense> SenseOf(const LogicExpression& function, int input,
                                   const std::vector<std::optional<bool>>& known) {
  std::vector<std::optional<bool>> others = known;
  others[static_cast<std::size_t>(input)] = false;  // Set below, both ways.
  bool follows = false;
  bool opposes = false;
  const bool tried = ForAll(others, [&](std::vector<std::uint64_t>& words) {
    words[static_cast<std::size_t>(input)] = 0;
    const std::uint64_t low = function.Evaluate(words);
    words[static_cast<std::size_t>(input)] = ~std::uint64_t{0};
    const std::uint64_t high = function.Evaluate(words);
    follows = follows || (~low & high) != 0;
    opposes = opposes || (low & ~high) != 0;
    return !(follows && opposes);
  });
  if (!tried || (follows && opposes)) return TimingSense::kNonUnate;
  if (follows) return TimingSense::kPositiveUnate;
  if (opposes) return TimingSense::kNegativeUnate;
  return std::nullopt;
}

std::optional<bool> ConstantOf(const LogicExpression& function,
                               const std::vector<std::optional<bool>>& known) {
  bool can_be_low = false;
  bool can_be_high = false;
  const bool tried = ForAll(known, [&](std::vector<std::uint64_t>& words) {
    const std::uint64_t value = function.Evaluate(words);
    can_be_high = can_be_high || value != 0;
    can_be_low = can_be_low || ~value != 0;
    return !(can_be_low && can_be_high);
  });
  if (!tried || can_be_low == can_be_high) return std::nullopt;
  return can_be_high;
}

}  // namespace macroscope
