// Each term is rounded, then neighbours are added as doubles and rounded, until one is left: by the
// list of all numbers that the accumulator's format has (tests/reference/by_definition.h).
#include "models/block_dot/block_dot_tree.h"

#include "tests/block_dot/block_dot_operands.h"
#include "tests/reference/by_definition.h"

namespace macroscope {
namespace {

class TreeByDefinition {
 public:
  explicit TreeByDefinition(const Design& design) : design_(design), numbers_(design) {}

  std::uint64_t operator()(std::vector<double> terms) const {
    for (double& term : terms) term = Value(Round(term));
    while (terms.size() > 1) {
      std::vector<double> sums;
      for (std::size_t i = 0; i < terms.size(); i += 2) {
        sums.push_back(i + 1 < terms.size() ? Value(Round(Sum(terms[i], terms[i + 1]))) : terms[i]);
      }
      terms = sums;
    }
    return Round(terms[0]);
  }

 private:
  double Value(std::uint64_t code) const { return ToDouble(design_.accumulator.format, code); }
  // Exact of numbers of the small formats. Zeros of both signs, or what cancels, make -0 where the
  // direction is down.
  double Sum(double x, double y) const {
    const bool down = design_.rounding == Rounding::kTowardNegative;
    if (FlushesInputs(design_)) {
      x = FlushedTo(design_.accumulator.format, x);
      y = FlushedTo(design_.accumulator.format, y);
    }
    if (x + y == 0 && std::signbit(x) != std::signbit(y)) return down ? -0.0 : 0.0;
    return x + y;
  }
  std::uint64_t Round(double x) const {
    if (std::isnan(x)) return numbers_.Nan(false).code;
    if (std::isinf(x)) return numbers_.Infinity(x < 0, /*clamps=*/false).code;
    if (FlushesOutputs(design_)) x = FlushedTo(design_.accumulator.format, x);
    if (x == 0) return numbers_.Zero(std::signbit(x), 0).code;
    // Beyond all numbers, but not beyond the list.
    const double far = 0x1p60;
    return numbers_.Round(std::clamp(x, -far, far), {design_.rounding}).code;
  }

  Design design_;
  ByDefinition numbers_;
};

TEST(BlockDotTree, PairwiseSums) {
  std::size_t cases = 0;
  for (const char* text :
       {"operands=fp4_e2m1 lanes=2 accumulator=fp4_e2m1",
        "operands=fp4_e2m1 lanes=2 accumulator=fp6_e3m2 rounding=toward_negative",
        "operands=fp8_e5m2 lanes=1 accumulator=fp8_e5m2",
        "operands=fp8_e5m2 lanes=4 accumulator=fp16",
        "operands=fp8_e5m2 lanes=3 accumulator=fp8_e4m3 rounding=toward_zero overflow=saturate",
        "operands=int4 lanes=4 accumulator=fp8_e4m3 rounding=ties_to_away",
        "operands=smag3 lanes=3 accumulator=fp6_e2m3 rounding=toward_negative",
        "operands=mxfp4 lanes=4 accumulator=fp8_e5m2 block=2 rounding=to_odd",
        "operands=mx4 lanes=4 accumulator=fp16 rounding=toward_positive",
        "operands=nvfp4 lanes=4 accumulator=fp8_e5m2 block=2 terms=products",
        "operands=vsq4 lanes=4 accumulator=fp8_e5m2 overflow=nan terms=products",
        "operands=mxfp8_e5m2 lanes=4 accumulator=fp16 block=2",
        "operands=fp4_e2m1 lanes=2 accumulator=fp4_e2m1 subnormals=flush",
        "operands=fp4_e2m1 lanes=2 accumulator=fp6_e3m2 subnormals=flush_inputs",
        "operands=fp8_e5m2 lanes=3 accumulator=fp8_e5m2 subnormals=flush rounding=toward_positive",
        "operands=fp8_e5m2,int4 lanes=4 accumulator=fp8_e4m3 subnormals=flush_outputs"}) {
    const Design design = DotDesign(text + std::string(" reduction=fp_tree"));
    const BlockDotLaws<Word128> laws(design);
    const TreeByDefinition expected(design);
    cases += ForOperands(design, 10000, [&](const WideCodes& codes) {
      std::vector<double> terms;
      for (int lane = 0; lane < design.dot.lanes; ++lane) {
        terms.push_back(
            std::ldexp(ProductOf(design, codes, lane), -MicroOf(design.dot, codes, lane)) *
            ScaleOf(design.dot, codes, lane));
      }
      ASSERT_EQ(laws.tree(LastTerms(laws, codes)), expected(terms));
    });
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 200000u);
}

}  // namespace
}  // namespace macroscope
