// int_mul against exact arithmetic: all operations of small formats, corner-biased ones of wide
// formats.
#include <gtest/gtest.h>

#include "tests/common/integer_result_designs.h"
#include "tests/common/law_agreement.h"

namespace macroscope {
namespace {

TEST(IntMul, EveryOperationOfSmallFormats) {
  std::size_t cases = 0;
  for (const Design& design : IntegerResultDesigns(UnitKind::kIntMul, /*wide=*/false)) {
    cases += ExpectLawIsReference(design, /*all_bits=*/8, 0);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 10000u);
}

TEST(IntMul, WideOperandsAndResults) {
  std::size_t cases = 0;
  for (const Design& design : IntegerResultDesigns(UnitKind::kIntMul, /*wide=*/true)) {
    cases += ExpectLawIsReference(design, /*all_bits=*/16, 2000);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 100000u);
}

}  // namespace
}  // namespace macroscope
