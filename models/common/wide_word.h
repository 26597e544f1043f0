// The word of accumulators beyond 128 bits.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "models/common/word.h"
#include "models/design/design.h"

namespace macroscope {

using WordWide = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<kMaxWordBits, kMaxWordBits,
                                           boost::multiprecision::unsigned_magnitude,
                                           boost::multiprecision::unchecked, void>,
    boost::multiprecision::et_off>;

template <>
inline constexpr int kWordBits<WordWide> = kMaxWordBits;

inline int BitLength(const WordWide& word) {
  return word == 0 ? 0 : static_cast<int>(msb(word)) + 1;
}

}  // namespace macroscope
