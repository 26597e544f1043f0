// Streams are part of every published energy: none may change by accident, on any machine.
#include <gtest/gtest.h>

#include <bit>

#include "sim/stimulus/distribution.h"
#include "sim/stimulus/workload_stream.h"
#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

// To the last bit of every double: what a processor's fused multiply-add would change.
TEST(GoldenStreams, Values) {
  struct Golden {
    const char* distribution;
    std::uint64_t hash;
  };
  for (const auto& [distribution, hash] : std::vector<Golden>{{"normal", 0x912dd56781d47b8a},
                                                              {"laplace", 0x8586edbb3e6aa1c0},
                                                              {"student_t", 0x184ff94478fd0aae},
                                                              {"uniform", 0x4975ef6dad2869a0},
                                                              {"lognormal", 0x17d4c9137a10a464}}) {
    Operand operand;
    operand.distribution = distribution;
    operand.degrees_of_freedom = operand.sigma = 5;
    std::vector<std::uint64_t> bits;
    for (const double value : DrawValues(operand, 200'000, 1)) {
      bits.push_back(std::bit_cast<std::uint64_t>(value));
    }
    EXPECT_EQ(HashOf(bits), hash) << std::hex << distribution << " has 0x" << HashOf(bits);
  }
}

std::uint64_t Hash(const OperandStream& stream) {
  std::vector<std::uint64_t> codes = stream.a;
  codes.insert(codes.end(), stream.b.begin(), stream.b.end());
  return HashOf(codes);
}

TEST(GoldenStreams, Codes) {
  const Format fp8 = Catalogue().Find("fp8_e4m3"), int8 = Catalogue().Find("int8");
  struct Golden {
    const char* distribution;
    std::uint64_t hash;
  };
  for (const auto& [distribution, hash] : std::vector<Golden>{{"normal", 0x68870476f8b2daf5},
                                                              {"laplace", 0x3f317cef3d500f54},
                                                              {"student_t", 0xed064de12986edfb},
                                                              {"uniform", 0xe87a3e04a0606964},
                                                              {"lognormal", 0x795fcad0ed10be72},
                                                              {"all_codes", 0x559bca4687e5c2a1}}) {
    Workload workload;
    workload.length = 1000;
    workload.weights.distribution = workload.activations.distribution = distribution;
    workload.weights.outliers = {0.01, 16};
    workload.activations.sparsity = 0.25;
    workload.activations.scale.rule = ScaleRule::kMeanSquareError;
    const OperandStream stream = MakeOperands(workload, fp8, int8);
    ASSERT_EQ(stream.a.size(), 1000u);
    ASSERT_EQ(stream.b.size(), 1000u);
    EXPECT_EQ(Hash(stream), hash) << std::hex << distribution << " has 0x" << Hash(stream);
    EXPECT_EQ(Hash(MakeOperands(workload, fp8, int8)), hash);
    workload.seed = 2;
    EXPECT_NE(Hash(MakeOperands(workload, fp8, int8)), hash);
  }
}

}  // namespace
}  // namespace macroscope
