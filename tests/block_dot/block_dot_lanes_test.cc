// Every pair of codes of elements of up to 8 bits, with every microexponent, in every lane.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "models/common/unit.h"
#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/scale_codes.h"
#include "tests/block_dot/block_dot_designs.h"
#include "tests/common/full_run.h"

namespace macroscope {
namespace {

// One lane has a pair, the others have zeros; scales are 1, and so is, half the time, c's absence:
// else c is any code.
class EveryPair : public OperandSource {
 public:
  explicit EveryPair(const Design& design)
      : dot_(design.dot),
        c_bits_(design.accumulator.format.width_bits()),
        a_limbs_(static_cast<std::size_t>(LimbsFor(dot_.a.word_bits()))),
        b_limbs_(static_cast<std::size_t>(LimbsFor(dot_.b.word_bits()))) {}

  std::uint64_t cases() const {
    const int bits = dot_.a.block.element.width_bits() + dot_.b.block.element.width_bits() +
                     dot_.a.micro_bits() + dot_.b.micro_bits();
    return (std::uint64_t{1} << bits) * static_cast<std::uint64_t>(dot_.lanes);
  }

  std::size_t Fill(const OperandBuffers& out) override {
    const std::size_t count = std::min<std::uint64_t>(out.count, cases() - next_);
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t rest = next_++;
      const int lane = static_cast<int>(rest % static_cast<std::uint64_t>(dot_.lanes));
      rest /= static_cast<std::uint64_t>(dot_.lanes);
      Put(Word(dot_.a, lane, rest), out.a.subspan(i * a_limbs_, a_limbs_));
      Put(Word(dot_.b, lane, rest), out.b.subspan(i * b_limbs_, b_limbs_));
      const std::uint64_t c = random_.Next();
      out.c[i] = random_.Below(2) == 0 ? 0 : c >> (64 - c_bits_);
      out.r[i] = 0;
    }
    return count;
  }
  std::string extent() const override { return "all pairs in all lanes, random c, seed 1"; }

 private:
  // Takes what it needs from the low end of `rest`.
  static Bits Word(const LaneOperand& operand, int lane, std::uint64_t& rest) {
    const auto take = [&rest](int bits) {
      const std::uint64_t taken = rest & ((std::uint64_t{1} << bits) - 1);
      rest >>= bits;
      return taken;
    };
    Bits word;
    const int width = operand.block.element.width_bits();
    word.Insert(operand.element_position(lane), width, take(width));
    const std::uint64_t micro = take(operand.micro_bits());
    for (int i = 0; i < operand.microexponents(); ++i) {
      word.Insert(operand.micro_position(i), operand.micro_bits(), micro);
    }
    const ScaleCodes scales(operand);
    for (int i = 0; i < operand.scales(); ++i) {
      word.Insert(operand.scale_position(i), operand.scale_bits(), scales.Code(Guess(1)));
    }
    return word;
  }
  static void Put(const Bits& word, std::span<std::uint64_t> limbs) {
    std::copy_n(word.limb.begin(), limbs.size(), limbs.begin());
  }

  DotProduct dot_;
  int c_bits_;
  std::size_t a_limbs_, b_limbs_;
  std::uint64_t next_ = 0;
  Random random_{1};
};

constexpr const char* kOperands[] = {
    "int4",       "int8",       "fp8_e4m3", "fp8_e5m2", "mxfp8_e4m3",    "mxfp8_e5m2",
    "mxfp6_e3m2", "mxfp6_e2m3", "mxfp4",    "mxint8",   "nvfp4",         "msfp11",
    "msfp12",     "msfp13",     "msfp14",   "msfp15",   "msfp16",        "mx9",
    "mx6",        "mx4",        "vsq4",     "vsq8",     "mxfp4,fp8_e4m3"};

// With MACROSCOPE_FULL both lanes of a pair of lanes, and all designs; without it one lane, and of
// the RTL, which takes long to build, some designs.
void ExpectAgree(const char* expected, const char* actual, std::size_t first_design,
                 std::size_t step) {
  const std::string lanes = IsFull() ? "lanes=2" : "lanes=1";
  std::uint64_t total = 0, designs = 0;
  for (std::size_t i = first_design; i < std::size(kOperands); i += step) {
    const Design design =
        BlockDotDesign({std::string("operands=") + kOperands[i], lanes, "accumulator=fp32"});
    SCOPED_TRACE(DisplayName(design));
    const auto unit = MakeUnit(design);
    const auto first = MakeEngine(expected, design), second = MakeEngine(actual, design);
    EveryPair source(design);
    const CompareReport report = CompareEngines(*unit, *first, *second, source, source.cases() + 1);
    EXPECT_TRUE(report.ok) << report.mismatch;
    EXPECT_EQ(report.cases, source.cases());
    total += report.cases;
    ++designs;
  }
  std::printf("%s = %s: %llu operations of %llu designs, %s, %s\n", expected, actual,
              static_cast<unsigned long long>(total), static_cast<unsigned long long>(designs),
              lanes.c_str(), "every pair in every lane");
  EXPECT_GE(designs, 4u);
}

TEST(BlockDotLanes, ReferenceAndLaws) { ExpectAgree("reference", "law", 0, 1); }
TEST(BlockDotLanes, LawsAndRtl) {
  if (IsFull()) {
    ExpectAgree("law", "rtl", 0, 1);
  } else {
    ExpectAgree("law", "rtl", 4, 6);  // mxfp8_e4m3, nvfp4, msfp16, mxfp4 by fp8_e4m3.
  }
}

}  // namespace
}  // namespace macroscope
