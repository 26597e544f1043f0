// Posits as operands: guesses of their values, the nearest value that searches for scales take, and
// running sums in a quire.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "models/common/bits.h"
#include "models/formats/catalogue.h"
#include "models/reference/posit_operation.h"
#include "models/reference/quantize.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/quire_words.h"
#include "sim/stimulus/scaling.h"

namespace macroscope {
namespace {

Format Posit(const std::string& name) { return Catalogue().FindAlternative(name); }

TEST(PositStimulus, AGuessOfACodesValueIsTheCode) {
  int cases = 0;
  for (const char* name : {"posit3_0", "posit5_3", "posit8_0", "posit8_2", "posit10_9"}) {
    const Format format = Posit(name);
    const Guesser guess(format);
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code) {
      if (code == format.canonical_nan()) continue;
      EXPECT_EQ(guess.Code(guess.Value(code)), code) << name;
      ++cases;
    }
    EXPECT_EQ(guess.Code({1, 9000}), format.max_finite());
    EXPECT_EQ(guess.Code({-1, -9000}), format.code_mask());
  }
  EXPECT_GT(cases, 1500);
}

// In the middle of the range, where workloads are; ties may go either way.
TEST(PositStimulus, NearestValueIsAsGoodAsRounding) {
  std::mt19937_64 random(1);
  std::normal_distribution<double> normal;
  for (const char* name : {"posit8_0", "posit8_2", "posit16_1", "posit16_2"}) {
    const Format format = Posit(name);
    const NearestValue nearest(format);
    for (int i = 0; i < 20'000; ++i) {
      const double value = std::ldexp(normal(random), static_cast<int>(random() % 9) - 4);
      const double rounded =
          ValueOf(format, Quantize(value, format, Rounding::kTiesToEven, Overflow::kSaturate).code);
      const double got = nearest(value);
      EXPECT_LE(std::fabs(got - value), 1.01 * std::fabs(rounded - value)) << name << " " << value;
    }
    EXPECT_EQ(nearest(0), 0);
    EXPECT_EQ(nearest(1e30), ValueOf(format, format.max_finite()));
    EXPECT_EQ(nearest(-1e-30), -ValueOf(format, 1));
  }
}

TEST(PositStimulus, RunningQuiresAreTheSums) {
  std::mt19937_64 random(1);
  for (const char* name : {"posit8_0", "posit8_2", "posit16_1"}) {
    const Format format = Posit(name);
    PositOperation operation(format, format, format);
    std::vector<std::uint64_t> a, b;
    for (int i = 0; i < 24; ++i) {
      a.push_back(random() & format.max_finite());
      b.push_back(random() & format.code_mask() & ~std::uint64_t{i % 2 == 0 ? 0U : 1U});
      if (b.back() == format.canonical_nan()) b.back() = 1;
    }
    const auto quires = RunningQuires(format, a, b, 8);
    const int bits = format.posit.quire_bits();
    const auto limbs = static_cast<std::size_t>(LimbsFor(bits + 1));
    ASSERT_EQ(quires.size(), 24 * limbs);
    for (std::size_t i = 0; i < 24; ++i) {
      const std::size_t first = i / 8 * 8;
      const auto of = [&](const std::vector<std::uint64_t>& codes) {
        return std::span(codes).subspan(first, i - first + 1);
      };
      EXPECT_EQ(Hex(Bits::FromLimbs(std::span(quires).subspan(i * limbs, limbs)), bits),
                operation.QuireWord(of(a), of(b)));
    }
  }
}

}  // namespace
}  // namespace macroscope
