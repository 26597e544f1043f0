// A quire's word as sign and magnitude. Twin of rtl/posit_quire_round/posit_quire_round_unpack.sv.
#pragma once

#include "models/common/operands.h"
#include "models/common/posit_shape.h"
#include "models/common/wide_word.h"

namespace macroscope {

template <typename Word>
struct PositQuireRoundUnpack {
  using In = WideCodes;  // a is the word, its flag NaR above it.
  struct Out {
    bool sign = false;
    Word magnitude{0};  // As many bits as the word: that of the least number has the top one.
    bool nar = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("magnitude", s.fixed.fixed_bits(), magnitude);
      visit("nar", 1, nar);
    }
  };

  int word_bits;

  explicit PositQuireRoundUnpack(const PositShape& s) : word_bits(s.fixed.fixed_bits()) {}

  Out operator()(const In& in) const {
    const Word mask = LowMask<Word>(word_bits);
    const Word word = Word(WordFromLimbs<Word>(in.a.limb.data(), LimbsFor(word_bits)) & mask);
    const bool sign = BitOf(word, word_bits - 1);
    return {.sign = sign,
            .magnitude = sign ? Word(Word(mask - word) + Word{1}) : word,
            .nar = in.a.Bit(word_bits)};
  }
};

}  // namespace macroscope
