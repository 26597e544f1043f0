// Products of matrices by block_dot held against its definition in wide integers, and against the
// laws of the unit, from every kernel that the host has. Long, but one file: one comparison, and
// the designs that it goes through.
#include "models/batch/block_gemm.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/batch/host.h"
#include "models/formats/decode.h"
#include "tests/batch/naive_gemm.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;

// Each kernel of this host.
std::vector<BatchOptions> GemmWays() {
  std::vector<BatchOptions> ways = {{.portable = true}};
  if (HostInstructions() != Instructions::kPortable) ways.push_back({.avx512 = false});
  if (HostInstructions() == Instructions::kAvx512) ways.push_back({});
  return ways;
}

// By the laws: running sums of the unit's operations.
std::vector<std::uint64_t> LawGemm(const Batch& laws, const CodeMatrix& a, const CodeMatrix& b) {
  const DotProduct& dot = laws.unit().design().dot;
  const OperandLimbs limbs = laws.unit().limbs();
  const auto line_words = [&](const LaneOperand& operand, const CodeMatrix& matrix,
                              std::size_t line, std::size_t count) {
    std::vector<std::uint64_t> words;
    for (std::size_t k = 0; k < matrix.length; k += static_cast<std::size_t>(dot.lanes)) {
      const Bits word = OperandWord(operand, matrix, line, k);
      words.insert(words.end(), word.limb.begin(),
                   word.limb.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return words;
  };
  std::vector<std::uint64_t> z;
  for (std::size_t row = 0; row < a.lines; ++row) {
    const std::vector<std::uint64_t> row_words = line_words(dot.a, a, row, limbs.a);
    for (std::size_t column = 0; column < b.lines; ++column) {
      z.push_back(laws.Accumulate(row_words, line_words(dot.b, b, column, limbs.b)).low());
    }
  }
  return z;
}

struct Counts {
  std::uint64_t operations = 0, results = 0, by_laws = 0;
  std::uint64_t nans = 0, infinities = 0, zeros = 0, finite = 0;
};

void Count(const Design& design, const std::vector<std::uint64_t>& z, Counts& counts) {
  for (const std::uint64_t code : z) {
    if (design.accumulator.is_fixed) {
      ++counts.finite;
      continue;
    }
    const NumberClass is = Decode(design.accumulator.format, code).number_class;
    ++(is == NumberClass::kNan        ? counts.nans
       : is == NumberClass::kInfinity ? counts.infinities
       : is == NumberClass::kZero     ? counts.zeros
                                      : counts.finite);
  }
}

// From each kernel; and from the laws, the first row.
void ExpectSame(const Design& design, const CodeMatrix& a, const CodeMatrix& b, Counts& counts) {
  const std::size_t operations = a.length / static_cast<std::size_t>(design.dot.lanes);
  const std::vector<std::uint64_t> expected = NaiveGemm(design, a, b);
  Count(design, expected, counts);
  for (const BatchOptions& way : GemmWays()) {
    const BlockGemm gemm(design, way);
    std::vector<std::uint64_t> z(expected.size(), ~std::uint64_t{0});
    gemm.Multiply(a.view(), b.view(), z);
    const auto [found, wanted] = std::ranges::mismatch(z, expected);
    ASSERT_TRUE(found == z.end()) << DisplayName(design) << ", " << gemm.kernel() << ", seed "
                                  << kSeed << ": z[" << found - z.begin() << "] is " << std::hex
                                  << *found << ", not " << *wanted;
    counts.operations += z.size() * operations;
    counts.results += z.size();
  }
  CodeMatrix first = a;
  first.lines = 1;
  const std::vector<std::uint64_t> by_laws = LawGemm(Batch(design), first, b);
  const auto [law, wanted] = std::ranges::mismatch(by_laws, expected);
  ASSERT_TRUE(law == by_laws.end())
      << DisplayName(design) << ", the laws, seed " << kSeed << ": z[" << law - by_laws.begin()
      << "] is " << std::hex << *law << ", not " << *wanted;
  counts.by_laws += by_laws.size() * operations;
}

// One product of `rows` lines by `columns` lines of so many operations.
void ExpectAgreement(const Design& design, std::size_t rows, std::size_t columns,
                     std::size_t operations, Draw draw, std::mt19937_64& bits, Counts& counts) {
  SCOPED_TRACE("draw " + std::to_string(static_cast<int>(draw)));
  const std::size_t length = operations * static_cast<std::size_t>(design.dot.lanes);
  const CodeMatrix a = DrawMatrix(design.dot.a, rows, length, draw, bits);
  const CodeMatrix b = DrawMatrix(design.dot.b, columns, length, draw, bits);
  ExpectSame(design, a, b, counts);
}

void ExpectAllDraws(const Design& design, Counts& counts) {
  std::mt19937_64 bits(kSeed);
  for (const Draw draw : {Draw::kNear, Draw::kFar, Draw::kAll, Draw::kSpecials}) {
    ExpectAgreement(design, 9, 37, 1, draw, bits, counts);
    ExpectAgreement(design, 11, 21, 9, draw, bits, counts);
    if (testing::Test::HasFatalFailure()) return;
  }
}

void Print(const char* what, const Counts& counts) {
  std::printf(
      "%s: %llu operations, %llu results (%llu NaN, %llu infinite, %llu zero by the definition), "
      "%llu operations by the laws\n",
      what, static_cast<unsigned long long>(counts.operations),
      static_cast<unsigned long long>(counts.results), static_cast<unsigned long long>(counts.nans),
      static_cast<unsigned long long>(counts.infinities),
      static_cast<unsigned long long>(counts.zeros),
      static_cast<unsigned long long>(counts.by_laws));
}

TEST(BlockGemm, IsTheDefinitionAndTheLawsOfEveryFormatJoinAndLaneCount) {
  Counts counts;
  for (const char* operands :
       {"mxfp8_e4m3", "mxfp4", "mxfp8_e5m2", "nvfp4", "msfp12", "mxfp6_e3m2", "mxint8", "mx9",
        "vsq8", "flex16_5", "int8", "fp8_e4m3", "fp8_e5m2", "fp8_e3m4", "mxfp4,fp8_e4m3",
        "nvfp4,mxfp8_e4m3", "mxfp8_e5m2,int8"}) {
    for (const int lanes : {8, 16, 32, 64}) {
      for (const char* join : {"joined", "after"}) {
        const Design design = DotDesign({operands}, lanes, join);
        std::string reason;
        ASSERT_TRUE(BlockGemm::Supports(design, &reason)) << operands << ": " << reason;
        ExpectAllDraws(design, counts);
        if (HasFatalFailure()) return;
      }
    }
  }
  Print("binary32", counts);
  EXPECT_GE(counts.operations, 3'000'000u);
  EXPECT_GT(counts.by_laws, 50'000u);
  for (const std::uint64_t seen : {counts.nans, counts.infinities, counts.zeros, counts.finite}) {
    EXPECT_GT(seen, 1'000u);
  }
}

// Accumulators of random bits, then a product that may be half of their last place, and one far
// below it that decides.
TEST(BlockGemm, HalfALastPlaceAndABitFarBelow) {
  constexpr std::size_t kLanes = 32, kRows = 160, kColumns = 48;
  std::mt19937_64 bits(kSeed);
  Counts counts;
  for (const char* operands : {"mxfp8_e4m3", "mxfp8_e5m2"}) {
    for (const char* join : {"joined", "after"}) {
      const Design design = DotDesign({operands}, kLanes, join);
      const Format& element = design.a;
      const auto top = element.max_finite() >> element.fraction_bits << element.fraction_bits;
      CodeMatrix a = DrawMatrix(design.dot.a, kRows, 2 * kLanes, Draw::kNear, bits);
      CodeMatrix b = DrawMatrix(design.dot.b, kColumns, 2 * kLanes, Draw::kNear, bits);
      for (CodeMatrix* m : {&a, &b}) {
        for (std::size_t line = 0; line < m->lines; ++line) {
          std::uint16_t* codes = &m->elements[(2 * line + 1) * kLanes];
          std::fill_n(codes, kLanes, std::uint16_t{0});
          codes[0] = static_cast<std::uint16_t>(top | (bits() & element.sign_mask()));
          codes[1] = static_cast<std::uint16_t>(1 | (bits() & element.sign_mask()));
          // The rows' second scales go through all distances.
          m->scales[2 * line] = 127;
          m->scales[2 * line + 1] = m == &a ? static_cast<std::uint32_t>(40 + line) : 127;
        }
      }
      ExpectSame(design, a, b, counts);
      if (HasFatalFailure()) return;
    }
  }
  Print("ties", counts);
  EXPECT_GE(counts.operations, 60'000u);
}

TEST(BlockGemm, OtherAccumulatorsAndDirections) {
  Counts counts;
  for (const char* rounding : {"ties_to_even", "toward_zero", "toward_negative", "toward_positive",
                               "ties_to_away", "to_odd"}) {
    for (const char* accumulator : {"fp32", "fp16", "bf16"}) {
      for (const char* overflow : {"infinity", "saturate", "nan"}) {
        for (const char* operands : {"mxfp8_e5m2", "nvfp4"}) {
          for (const char* join : {"joined", "after"}) {
            ExpectAllDraws(DotDesign({operands, accumulator, rounding, overflow}, 32, join),
                           counts);
            if (HasFatalFailure()) return;
          }
        }
      }
    }
  }
  Print("others", counts);
  EXPECT_GE(counts.operations, 3'000'000u);
}

TEST(BlockGemm, FixedAccumulators) {
  Counts counts;
  for (const char* overflow : {"wrap", "saturate"}) {
    for (const DotRow& row :
         {DotRow{"int8", "fixed+4"}, DotRow{"int8", "fixed+12"}, DotRow{"vsq4", "fixed+2"},
          DotRow{"vsq8", "fixed+0"}, DotRow{"fp4_e2m1", "fixed+3"}, DotRow{"fp6_e3m2", "fixed+0"},
          DotRow{"int4,uint8", "fixed+6"}}) {
      for (const int lanes : {8, 32, 64}) {
        ExpectAllDraws(DotDesign({row.operands, row.accumulator, "", overflow}, lanes, ""), counts);
        if (HasFatalFailure()) return;
      }
    }
  }
  Print("fixed point", counts);
  EXPECT_GE(counts.operations, 500'000u);
}

}  // namespace
}  // namespace macroscope
