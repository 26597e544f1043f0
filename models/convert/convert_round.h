// The last stage: towards a signed floating format with subnormals that of sums and products, else
// one of two of its own. Twin of rtl/convert/convert_round.sv.
#pragma once

#include <variant>

#include "models/convert/convert_round_float.h"
#include "models/convert/convert_round_integer.h"

namespace macroscope {

template <typename Word>
struct ConvertRound {
  using In = typename FloatRound<Word>::In;
  using Out = typename FloatRound<Word>::Out;

  std::variant<FloatRound<Word>, ConvertRoundInteger<Word>, ConvertRoundFloat<Word>> law;

  explicit ConvertRound(const ConvertShape& s) : law(FloatRound<Word>(s.design)) {
    if (s.accumulator.is_integer()) {
      law = ConvertRoundInteger<Word>(s);
    } else if (!s.rounds_as_sums()) {
      law = ConvertRoundFloat<Word>(s);
    }
  }

  Out operator()(const In& in, std::uint64_t r) const {
    return std::visit([&](const auto& chosen) { return chosen(in, r); }, law);
  }
};

}  // namespace macroscope
