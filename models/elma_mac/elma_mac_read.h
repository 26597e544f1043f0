// The accumulator as a code: its leading one and the bits below, to nearest even; their logarithm
// from a table; and a posit's string of that, to nearest even. Twin of
// rtl/elma_mac/elma_mac_read.sv.
#pragma once

#include "models/common/fixed_accumulate.h"
#include "models/common/leading_bits.h"
#include "models/elma_mac/elma_mac_shape.h"

namespace macroscope {

template <typename Word>
struct ElmaMacRead {
  using In = typename FixedAccumulate<Word>::Out;
  struct Out {
    Word z{0};  // The code above the accumulator's word.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ElmaMacShape& s, Visitor&& visit) const {
      visit("z", s.result_bits(), z);
    }
  };

  ElmaMacShape shape;

  Out operator()(const In& in) const {
    return {Word(in.sum | Word(Word{Code(in.sum)} << shape.word_bits()))};
  }

 private:
  std::uint64_t Code(const Word& word) const {
    const int n = shape.sum_bits();
    const std::uint64_t sign_bit = std::uint64_t{1} << shape.body_bits();
    if (BitOf(word, n)) return sign_bit;  // No number.
    const bool negative = BitOf(word, n - 1);
    const Word sum = word & LowMask<Word>(n);
    const Word magnitude = negative ? Word((Word{0} - sum) & LowMask<Word>(n)) : sum;
    if (magnitude == Word{0}) return 0;
    const std::uint64_t body = Body(magnitude);
    return body != 0 && negative ? body | sign_bit : body;
  }

  std::uint64_t Body(const Word& magnitude) const {
    const int log_bits = shape.tables.logarithm_bits;
    const LeadingBits leading = NearestLeadingBits(magnitude, shape.tables.readback_bits);
    int octave = leading.place + shape.least_exponent();
    std::uint64_t logarithm = (*shape.logarithms)[leading.fraction];
    if (logarithm >> log_bits != 0) {
      logarithm = 0;
      ++octave;
    }
    return Encoded(octave, logarithm);
  }

  std::uint64_t Encoded(int octave, std::uint64_t logarithm) const {
    const int n = shape.body_bits(), es = shape.layout.exponent_bits;
    const int log_bits = shape.tables.logarithm_bits, max = shape.layout.max_scale();
    const std::uint64_t greatest = LowMask<Word64>(n);
    if (octave > max) return greatest;
    if (octave < -max) {
      // As the public hardware does: only the logarithm's last bits decide.
      const int low_bits = log_bits - shape.fraction_bits();
      if (octave < -max - shape.fraction_bits() || low_bits < 2) return 0;
      return (logarithm & LowMask<Word64>(low_bits)) > std::uint64_t{1} << (low_bits - 1) ? 1 : 0;
    }
    const int regime = octave >> es;
    // Of a code: the run, the unlike bit, the exponent, the logarithm.
    Word128 string = regime >= 0 ? LowMask<Word128>(regime + 1) << 1 : Word128{1};
    string = string << es | static_cast<Word128>(octave - regime * (1 << es));
    string = string << log_bits | logarithm;
    const int run = regime >= 0 ? regime + 1 : -regime;
    const int dropped = run + 1 + es + log_bits - n;
    if (dropped <= 0) return static_cast<std::uint64_t>(string << -dropped);
    auto body = static_cast<std::uint64_t>(string >> dropped);
    const Word128 rest = string & LowMask<Word128>(dropped);
    const Word128 half = Word128{1} << (dropped - 1);
    if (rest > half || (rest == half && (body & 1) != 0)) ++body;
    return std::min(body, greatest);
  }
};

}  // namespace macroscope
