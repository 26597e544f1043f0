// A shift either way that remembers whether a one fell off the right end.
#pragma once

#include <algorithm>

#include "models/common/word.h"

namespace macroscope {

// x shifted left by `places`, right where that is negative. A one that falls off sets `sticky`;
// none may fall off to the left.
template <typename Word>
constexpr Word ShiftSticky(const Word& x, int places, bool& sticky) {
  if (x == Word{0}) return x;
  if (places >= 0) return Word(x << places);
  const int right = std::min(-places, kWordBits<Word> - 1);
  const Word kept = Word(x >> right);
  sticky = sticky || Word(kept << right) != x;
  return kept;
}

}  // namespace macroscope
