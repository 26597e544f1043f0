// Every part is its term, or the accumulator, cut toward zero at the window's end, at the exponent
// that the design's reduction says; what was cut leaves its mark where there is a sticky bit. And
// the window of exact sums is as narrow as it can be.
#include "models/block_dot/block_dot_align.h"

#include "models/reference/reference.h"
#include "sim/stimulus/block_operands.h"
#include "sim/stimulus/operand_block.h"
#include "tests/block_dot/block_dot_operands.h"
#include "tests/block_dot/block_dot_placed.h"

namespace macroscope {
namespace {

void ExpectPart(const WindowShape& w, const PlacedTerm& term, int greatest, bool sign,
                Word128 magnitude) {
  const double shifted = std::ldexp(std::fabs(term.value), w.fraction_bits - greatest);
  const auto whole = static_cast<Word128>(shifted);
  const bool lost = static_cast<double>(whole) != shifted;
  ASSERT_TRUE(magnitude == (w.sticky ? 2 * whole + lost : whole)) << term.value;
  ASSERT_TRUE(magnitude >> w.term_bits() == 0) << term.value;
  if (term.flags == 0) ASSERT_EQ(sign, std::signbit(term.value));
}

TEST(BlockDotAlign, PartsAreTermsCutAtTheWindowsEnd) {
  std::size_t cases = 0, numbers = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=2 accumulator=fp8_e5m2 reduction=max_exponent window=2",
        "operands=fp4_e2m1 lanes=2 accumulator=fp8_e5m2 reduction=max_exponent window=3 "
        "alignment=sticky",
        "operands=fp8_e5m2 lanes=1 accumulator=fp8_e5m2 reduction=max_exponent window=4",
        "operands=fp8_e5m2 lanes=4 accumulator=fp16 reduction=max_exponent window=10 "
        "alignment=sticky",
        "operands=fp8_e5m2 lanes=2 accumulator=fp16 reduction=max_exponent window=8 join=after",
        "operands=int4 lanes=3 accumulator=fp8_e4m3 reduction=max_exponent window=3",
        "operands=smag3 lanes=2 accumulator=fp6_e3m2 reduction=max_exponent window=5",
        "operands=mxfp4 lanes=4 accumulator=fp8_e5m2 reduction=max_exponent window=6 block=2",
        "operands=mx4 lanes=4 accumulator=fp8_e4m3 reduction=max_exponent window=6 "
        "alignment=sticky",
        "operands=nvfp4 lanes=4 accumulator=fp16 reduction=max_exponent window=10 block=2 "
        "terms=products",
        "operands=nvfp4 lanes=4 accumulator=fp8_e5m2 reduction=max_exponent window=5 block=2 "
        "terms=blocks alignment=sticky",
        "operands=mxfp4 lanes=4 accumulator=fp16 reduction=max_exponent window=5 terms=blocks "
        "block=2 join=after",
        "operands=vsq4 lanes=4 accumulator=fp16 reduction=max_exponent window=5 join=after",
        "operands=fp4_e2m1 lanes=2 accumulator=fp8_e5m2",
        "operands=fp4_e2m1 lanes=1 accumulator=fp6_e3m2 rounding=toward_negative",
        "operands=int4 lanes=2 accumulator=fp8_e4m3",
        "operands=fp8_e5m2 lanes=1 accumulator=fp16",
        "operands=smag3 lanes=4 accumulator=fp8_e5m2",
        "operands=mxfp4 lanes=4 accumulator=fp16",
        "operands=mx4 lanes=4 accumulator=fp16",
        "operands=nvfp4 lanes=4 accumulator=fp16 block=2",
        "operands=vsq4 lanes=4 accumulator=fp16"}) {
    const Design design = DotDesign(text);
    const Format& accumulator = design.accumulator.format;
    const BlockDotLaws<Word128> laws(design);
    const WindowShape& w = laws.shape.window;
    const bool cuts = design.dot.reduction == Reduction::kMaxExponent;
    ASSERT_TRUE(!cuts || w.fraction_bits == design.dot.window_bits);
    Random random(2);
    cases += ForOperands(design, 10000, [&](const WideCodes& codes) {
      std::vector<PlacedTerm> terms =
          cuts ? PlacedTermsOf(design, codes) : PlacedSumOf(design, codes);
      const std::uint64_t c = random.Next() & accumulator.code_mask();
      const double addend = ToDouble(accumulator, c);
      if (w.joined) {
        terms.push_back(
            {std::isfinite(addend) ? addend : 0, ExponentOf(accumulator, addend), FlagOf(addend)});
      }
      std::uint64_t flags = 0;
      int greatest = 1 - accumulator.bias;
      for (const PlacedTerm& term : terms) {
        flags |= term.flags;
        if (term.value != 0) greatest = std::max(greatest, term.exponent);
      }
      const auto out = laws.align({.terms = LastTerms(laws, codes), .addend = c});
      const bool nan = (flags & 1) != 0 || flags == 6;
      ASSERT_EQ(out.specials.nan, nan);
      ASSERT_EQ(out.specials.infinity, !nan && flags != 0);
      if (out.specials.infinity) ASSERT_EQ(out.specials.infinity_sign, flags == 4);
      ASSERT_EQ(out.parts.size(), terms.size());
      if (flags != 0) return;  // The rest means nothing.
      ++numbers;
      ASSERT_EQ(out.exponent, greatest + accumulator.bias);
      if (terms.size() == 2 && w.joined) {
        // Sorted: the term comes first where it stands above the accumulator.
        const bool term_is_greater = terms[0].value != 0 && terms[0].exponent > terms[1].exponent;
        if (!term_is_greater) std::swap(terms[0], terms[1]);
      }
      for (std::size_t i = 0; i < terms.size(); ++i) {
        ExpectPart(w, terms[i], greatest, out.parts[i].sign, out.parts[i].magnitude);
      }
    });
  }
  std::printf("%zu cases, %zu of numbers alone\n", cases, numbers);
  EXPECT_GT(cases, 300000u);
  EXPECT_GT(numbers, 200000u);
}

// The laws with a window of `less` bits fewer, against the reference.
std::size_t Mismatches(const Design& design, int less, std::size_t cases) {
  BlockDotShape shape = BlockDotShape::Derive(design);
  shape.window.fraction_bits -= less;
  const BlockDotLaws<Word128> laws(shape);
  Reference reference(design);
  BlockOperands source(design, design.accumulator.format.width_bits(), /*seed=*/1);
  OperandBlock block(cases, OperandLimbs());
  source.Fill(block.Buffers(cases));
  std::vector<std::uint64_t> z(cases);
  reference.Evaluate(block.First(cases), z);
  std::size_t mismatches = 0;
  for (std::size_t i = 0; i < cases; ++i) {
    const Operation in = block.At(i);
    const auto sum =
        laws.add(laws.align({.terms = LastTerms(laws, {in.a, in.b}), .addend = in.c.low()}));
    auto out = static_cast<std::uint64_t>(laws.round(laws.normalize(sum), /*r=*/0).z);
    if (shape.is_after) out = laws.accumulate(out, in.c.low());
    if (out != z[i]) ++mismatches;
  }
  return mismatches;
}

TEST(BlockDotAlign, OneBitOfTheWindowFewerFails) {
  constexpr std::size_t kCases = 20000;
  std::size_t designs = 0;
  for (const char* text :
       {"operands=int4 lanes=2 accumulator=fp16", "operands=fp8_e4m3 lanes=1 accumulator=fp8_e4m3",
        "operands=mxfp4 lanes=4 accumulator=fp16", "operands=mx4 lanes=4 accumulator=fp32",
        "operands=fp8_e4m3 lanes=1 accumulator=fp8_e4m3 join=after",
        "operands=fp8_e4m3 lanes=2 accumulator=fp16 join=after",
        "operands=mxfp4 lanes=4 accumulator=fp16 join=after",
        "operands=mx4 lanes=4 accumulator=fp32 join=after"}) {
    const Design design = DotDesign(text);
    SCOPED_TRACE(text);
    EXPECT_EQ(Mismatches(design, 0, kCases), 0u);
    const std::size_t mismatches = Mismatches(design, 1, kCases);
    EXPECT_GT(mismatches, 0u);
    std::printf("%s: %zu mismatches of %zu cases\n", text, mismatches, kCases);
    ++designs;
  }
  EXPECT_GE(designs, 8u);
}

}  // namespace
}  // namespace macroscope
