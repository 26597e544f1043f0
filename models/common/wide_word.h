// The word of accumulators beyond 128 bits.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "models/common/word.h"

namespace macroscope {

using WordWide = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<kMaxWordBits, kMaxWordBits,
                                           boost::multiprecision::unsigned_magnitude,
                                           boost::multiprecision::unchecked, void>,
    boost::multiprecision::et_off>;

template <>
inline constexpr int kWordBits<WordWide> = kMaxWordBits;

}  // namespace macroscope
