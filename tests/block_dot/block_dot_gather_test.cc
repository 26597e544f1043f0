// The word that all groups' scaled sums are gathered in is their sum, whatever lies between the
// largest and the least.
#include "models/block_dot/block_dot_gather.h"

#include "models/common/wide_word.h"
#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

using Integer = boost::multiprecision::cpp_int;

// x in units of 2^least, of which it is a multiple.
Integer InUnits(double x, int least) {
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(x), &exponent);
  const Integer significand(static_cast<std::uint64_t>(std::ldexp(fraction, 53)));
  const int shift = exponent - 53 - least;
  const Integer units = shift >= 0 ? Integer(significand << shift) : Integer(significand >> -shift);
  return x < 0 ? Integer(-units) : units;
}

TEST(BlockDotGather, TheWordIsTheSum) {
  std::size_t cases = 0, zeros = 0;
  for (const char* text :
       {"operands=mxfp4 lanes=4 block=2 accumulator=fp16",
        "operands=mxfp4 lanes=4 block=2 accumulator=fp16 rounding=toward_negative",
        "operands=mxfp4 lanes=4 block=2 accumulator=fixed+2", "operands=mx4 lanes=4 block=2",
        "operands=mx4 lanes=2 accumulator=fixed+1", "operands=nvfp4 lanes=4 block=2",
        "operands=nvfp4 lanes=4 block=2 rounding=toward_negative accumulator=fp16",
        "operands=nvfp4 lanes=1 accumulator=fixed+2", "operands=vsq4 lanes=4 block=2",
        "operands=vsq4 lanes=4 block=2 accumulator=fixed+1",
        "operands=fp8_e5m2,nvfp4 lanes=2 accumulator=fixed+1",
        "operands=mxfp8_e5m2,nvfp4 lanes=4 block=2"}) {
    const Design design = DotDesign(text);
    const BlockDotShape shape = BlockDotShape::Derive(design);
    ASSERT_TRUE(shape.gathers) << text;
    const BlockDotLaws<WordWide> laws(shape);
    cases += ForOperands(design, 5000, [&](const WideCodes& codes) {
      Integer sum = 0;
      std::uint64_t flags = 0;
      bool any_negative = false, all_negative = true;
      for (int group = 0; group < design.dot.groups(); ++group) {
        const Worth worth = WorthOfGroup(design, codes, group);
        flags |= worth.flags;
        any_negative |= std::signbit(worth.value);
        all_negative &= std::signbit(worth.value);
        sum += InUnits(worth.value, shape.gathered.lsb_exponent);
      }
      const auto products = laws.multiply(laws.unpack(codes));
      const auto out =
          laws.gather(shape.sums_groups ? laws.scale(laws.reduce(products)) : laws.scale(products));
      ASSERT_EQ(out.terms.size(), 1u);
      const DotTerm<WordWide>& term = out.terms.front();
      ASSERT_EQ(term.flags, flags);
      ASSERT_EQ(term.exponent, 0);
      const int bits = shape.gathered.magnitude_bits;
      Integer word(term.magnitude);
      ASSERT_TRUE(word >> bits == 0) << "wider than " << bits;
      if (shape.gathered.is_signed && bit_test(word, bits - 1)) word -= Integer(1) << bits;
      if (term.sign) word = -word;
      ASSERT_EQ(word, sum);
      if (sum != 0 || shape.is_fixed || flags != 0) return;
      ASSERT_EQ(term.sign, shape.zero_is_negative ? any_negative : all_negative);
      ++zeros;
    });
  }
  std::printf("%zu cases, %zu zeros\n", cases, zeros);
  EXPECT_GT(cases, 45000u);
  EXPECT_GT(zeros, 1000u);
}

}  // namespace
}  // namespace macroscope
