// Fixed-point accumulators of one and two words.
#include <gtest/gtest.h>

#include "models/batch/host.h"
#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

Design Of(const std::string& unit, const std::string& operands, const std::string& accumulator,
          const std::string& overflow) {
  return ParseDesign(Text(unit, operands, accumulator, overflow), Catalogue());
}

void ExpectFixed(const Design& design, std::uint64_t limit, std::uint64_t repeats = 1) {
  EXPECT_TRUE(IsComputedBy("fixed", design)) << DisplayName(design);
  ExpectBatchIsLaw(design, limit, repeats);
}

TEST(FixedBatch, EveryOperationOfFourBits) {
  for (const char* overflow : {"wrap", "saturate"}) {
    for (const char* operands : {"int4", "uint4", "smag4", "int4,uint4", "uint4,smag4"}) {
      ExpectFixed(Of("int_mac", operands, "fixed+0", overflow), 1 << 20);
      ExpectFixed(Of("int_mac", operands, "fixed+3", overflow), 1 << 20);
    }
    ExpectFixed(Of("kulisch_mac", "fp4_e2m1", "fixed+0", overflow), 1 << 20);
    ExpectFixed(Of("kulisch_mac", "fp4_e2m1,int4", "fixed+2", overflow), 1 << 20);
  }
}

// All pairs of every format of 8 bits, whose accumulators have 16 to hundreds of bits.
TEST(FixedBatch, EveryPairOfEightBits) {
  int fixed = 0, law = 0;
  const Catalogue catalogue;
  for (const char* overflow : {"wrap", "saturate"}) {
    for (const Format& f : catalogue.formats()) {
      if (f.width_bits() > 8) continue;
      const char* const unit = f.is_integer() ? "int_mac" : "kulisch_mac";
      for (const char* accumulator : {"fixed+0", "fixed+12"}) {
        const Design design = Of(unit, f.name, accumulator, overflow);
        const bool by_law = Batch(design).kernel() == "law";
        ++(by_law ? law : fixed);
        if (!by_law) ExpectBatchIsLaw(design, ~std::uint64_t{0});
      }
      if (HasFailure()) return;
    }
  }
  std::printf("%d designs by the kernel; %d are left to the laws\n", fixed, law);
  if (HostInstructions() != Instructions::kPortable) EXPECT_GT(fixed, 100);
}

// The ends of one word and of two, with flags on either side of the edge.
TEST(FixedBatch, AccumulatorsAtTheEdgesOfWords) {
  for (const char* overflow : {"wrap", "saturate"}) {
    for (const int width_bits : {59, 60, 61, 62, 63, 64, 65, 66, 67, 100, 123, 124, 125, 126}) {
      const std::string accumulator = "fixed" + std::to_string(width_bits);
      for (const char* operands : {"int8", "int16", "uint8,smag8"}) {
        ExpectFixed(Of("int_mac", operands, accumulator, overflow), 20'000);
      }
      // No flags, one, and three.
      for (const char* operands : {"fp8_e4m3finite", "fp8_e4m3", "fp8_e4m3ieee", "fp8_e4m3,int4"}) {
        const Design design = Of("kulisch_mac", operands, accumulator, overflow);
        const int bits = width_bits + FlagBits(design.a, design.b);
        if (bits <= 128) ExpectFixed(design, 20'000);
      }
    }
  }
}

TEST(FixedBatch, WideProducts) {
  for (const char* overflow : {"wrap", "saturate"}) {
    ExpectFixed(Of("int_mac", "int32", "fixed+0", overflow), 50'000);
    ExpectFixed(Of("int_mac", "int32,int16", "fixed+12", overflow), 50'000);
    ExpectFixed(Of("kulisch_mac", "fp16", "fixed+12", overflow), 50'000);
    ExpectFixed(Of("kulisch_mac", "fp16,fp8_e5m2", "fixed+2", overflow), 50'000);
    ExpectBatchIsLaw(Of("kulisch_mac", "bf16", "fixed+12", overflow), 5'000);
  }
}

}  // namespace
}  // namespace macroscope
