// Every sum of a few bits keeps its value, its highest one at the top, at the scale that this says;
// and what rounding looks at is as narrow as it can be.
#include "models/common/posit_normalize.h"

#include <gtest/gtest.h>

#include "models/common/unit_of.h"
#include "models/common/wide_word.h"
#include "models/posit_add/posit_add_laws.h"
#include "models/posit_fma/posit_fma_laws.h"
#include "models/reference/reference.h"
#include "sim/stimulus/corner_biased.h"
#include "tests/common/posit_designs.h"

namespace macroscope {
namespace {

TEST(PositNormalize, EverySumKeepsItsValue) {
  std::size_t cases = 0;
  for (const int kept_bits : {1, 3, 6, 12, 15}) {
    const PositNormalize normalize{/*sum_bits=*/12, /*unit_bits=*/2, kept_bits};
    for (std::uint64_t sum = 0; sum < 1 << 12; ++sum) {
      for (const bool sticky : {false, true}) {
        ++cases;
        const PositRound::In out = normalize({true, 5, sum, sticky, false});
        EXPECT_EQ(out, normalize.Normalize(true, 5, WordWide{sum}, sticky, false));
        if (sum == 0) {
          ASSERT_EQ(out.significand, 0u);
          continue;
        }
        ASSERT_EQ(BitLength(out.significand), kept_bits);
        const double kept =
            std::ldexp(static_cast<double>(out.significand), out.scale - (kept_bits - 1));
        const double value = std::ldexp(static_cast<double>(sum), 5 + 2 - 11);
        const double unit = std::ldexp(1.0, out.scale - (kept_bits - 1));
        ASSERT_TRUE(kept <= value && value < kept + unit) << sum;
        ASSERT_EQ(out.sticky, sticky || kept != value) << sum;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 5u * 2 * 4096);
}

// How many of corner-biased operations differ from the reference's, by laws of this shape, with the
// last bit that is kept, or without: then it is sticky.
template <typename Laws>
std::size_t Mismatches(const Design& design, const PositShape& shape, bool keeps_last) {
  const Laws laws{shape};
  Reference reference(design);
  CornerBiased source(design, HasC(design) ? design.accumulator.format.width_bits() : 0, 1);
  OperandBlock block(20'000, {1, 1, 1});
  const std::size_t count = source.Fill(block.Buffers(block.capacity()));
  std::size_t mismatches = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Operation in = block.At(i);
    typename Laws::Payload payload = OperandCodes{in.a.low(), in.b.low()};
    const Beside<Word64> beside{in.c.low(), 0};
    while (!std::holds_alternative<PositRound::In>(payload)) payload = Step(laws, payload, beside);
    PositRound::In normalized = std::get<PositRound::In>(payload);
    if (!keeps_last) {
      normalized.sticky = normalized.sticky || (normalized.significand & 1) != 0;
      normalized.significand &= ~std::uint64_t{1};
    }
    if (laws.round(normalized).z != reference.Operate(in).low()) ++mismatches;
  }
  return mismatches;
}

template <typename Laws>
void ExpectNoBitTooMany(const char* unit, const char* operands, const char* accumulator) {
  const Design design = PositDesign(unit, operands, accumulator);
  SCOPED_TRACE(DisplayName(design));
  const PositShape shape = PositShape::Derive(design);
  EXPECT_EQ((Mismatches<Laws>(design, shape, true)), 0u);
  EXPECT_GT((Mismatches<Laws>(design, shape, false)), 0u) << "kept";
  // Where a window is as wide as its terms, their last bits would not fit into less.
  const int terms =
      std::max({shape.a.significand_bits, shape.b.significand_bits, shape.product_bits});
  if (shape.window_bits == terms) return;
  PositShape narrow = shape;
  --narrow.window_bits;
  EXPECT_GT((Mismatches<Laws>(design, narrow, true)), 0u) << "window";
}

TEST(PositNormalize, OneBitFewerFails) {
  ExpectNoBitTooMany<PositAddLaws<Word64>>("posit_add", "posit8_0", "posit8_0");
  ExpectNoBitTooMany<PositAddLaws<Word64>>("posit_add", "posit16_2", "posit16_2");
  ExpectNoBitTooMany<PositAddLaws<Word64>>("posit_add", "posit8_2,posit16_1", "posit16_2");
  ExpectNoBitTooMany<PositFmaLaws<Word64>>("posit_fma", "posit8_2", "posit8_2");
  ExpectNoBitTooMany<PositFmaLaws<Word64>>("posit_fma", "posit8_2", "posit16_2");
  ExpectNoBitTooMany<PositFmaLaws<Word64>>("posit_fma", "posit16_1", "posit16_1");
}

}  // namespace
}  // namespace macroscope
