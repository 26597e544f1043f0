// Sums and products of integers: every operation of few bits, and corners of the widest.
#include <gtest/gtest.h>

#include "models/batch/host.h"
#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

Design Of(const std::string& unit, const std::string& operands, const std::string& accumulator,
          const std::string& overflow) {
  return ParseDesign(Text(unit, operands, accumulator, overflow), Catalogue());
}

TEST(IntegerBatch, EveryPairOfEightBits) {
  std::uint64_t cases = 0;
  int designs = 0;
  for (const char* unit : {"int_add", "int_mul"}) {
    for (const char* operands : {"int8", "uint8", "smag8", "int8,uint8", "uint8,smag8", "q3.4"}) {
      for (const char* result : {"fixed+0", "fixed+3", "fixed8", "fixed64", "int8"}) {
        for (const char* overflow : {"wrap", "saturate"}) {
          Design design;
          try {
            design = Of(unit, operands, result, overflow);
          } catch (const DesignError& error) {
            continue;  // Of another binary point.
          }
          EXPECT_TRUE(IsComputedBy("integer", design));
          cases += ExpectBatchIsLaw(design, ~std::uint64_t{0});
          ++designs;
          if (HasFailure()) return;
        }
      }
    }
  }
  std::printf("%d designs, %llu operations\n", designs, static_cast<unsigned long long>(cases));
  EXPECT_GT(designs, 60);
  EXPECT_GE(cases, static_cast<std::uint64_t>(designs) << 16);
}

TEST(IntegerBatch, CornersOfTheWidest) {
  int kernel = 0, law = 0;
  for (const char* unit : {"int_add", "int_mul"}) {
    for (const char* operands : {"int32", "uint32", "int32,uint32", "int16,int32"}) {
      for (const char* result : {"fixed+0", "fixed16", "fixed63", "fixed64", "fixed65"}) {
        for (const char* overflow : {"wrap", "saturate"}) {
          const Design design = Of(unit, operands, result, overflow);
          ++(Batch(design).kernel().starts_with("integer") ? kernel : law);
          ExpectBatchIsLaw(design, 20'000);
          if (HasFailure()) return;
        }
      }
    }
  }
  std::printf("%d designs by the kernel; %d are left to the laws\n", kernel, law);
  if (HostInstructions() != Instructions::kPortable) EXPECT_GT(kernel, law);
}

}  // namespace
}  // namespace macroscope
