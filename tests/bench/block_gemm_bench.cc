// A (256 x 4096) by (4096 x 256) product by the operations of a block_dot, in products a second.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <random>
#include <string>
#include <vector>

#include "models/batch/block_gemm.h"
#include "models/formats/catalogue.h"
#include "tests/bench/bench_designs.h"

namespace macroscope {
namespace {

constexpr std::size_t kLines = 256, kLength = 4096;

// Random codes, all of them numbers and near each other: what a NaN makes would not be rounded.
struct RandomMatrix {
  RandomMatrix(const LaneOperand& operand, std::uint64_t seed) : elements(kLines * kLength) {
    std::mt19937_64 bits(seed);
    const Format& element = operand.block.element;
    for (std::uint16_t& code : elements) {
      const std::uint64_t magnitude =
          element.is_integer() ? bits() & element.code_mask() : bits() % (element.max_finite() + 1);
      code = static_cast<std::uint16_t>(magnitude | (bits() & element.sign_mask()));
    }
    if (!operand.is_block()) return;
    scales.resize(kLines * kLength / static_cast<std::size_t>(operand.block.block_elements));
    const std::uint64_t middle = operand.block.scale.max_finite() / 2;
    for (std::uint32_t& code : scales) code = static_cast<std::uint32_t>(middle + bits() % 8);
  }
  BlockMatrix view() const { return {kLines, kLength, elements, scales, {}}; }

  std::vector<std::uint16_t> elements;
  std::vector<std::uint32_t> scales;
};

void RunGemm(benchmark::State& state, const Design& design, const BatchOptions& options) {
  // Memory of decoded matrices stays with the process from one product to the next: else most of
  // the time goes into its pages.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const BlockGemm gemm(design, options);
  const RandomMatrix a(design.dot.a, 1), b(design.dot.b, 2);
  std::vector<std::uint64_t> z(kLines * kLines);
  for ([[maybe_unused]] auto _ : state) {
    gemm.Multiply(a.view(), b.view(), z);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(kLines * kLines * kLength));
  state.SetLabel(std::string(gemm.kernel()));
}

std::vector<Design> GemmDesigns() {
  std::vector<Design> designs;
  for (const char* operands :
       {"mxfp4", "mxfp8_e4m3", "mxfp8_e5m2", "nvfp4", "msfp12", "int8", "fp8_e4m3"}) {
    for (const char* join : {"joined", "after"}) {
      DesignText text;
      text.unit = "block_dot";
      text.operands = operands;
      text.accumulator = "fp32";
      text.join = join;
      designs.push_back(ParseDesign(text, Catalogue()));
    }
  }
  return designs;
}

}  // namespace

void RegisterGemmBenchmarks() {
  const std::pair<const char*, BatchOptions> ways[] = {
      {"gemm", {}}, {"gemm_avx2", {.avx512 = false}}, {"gemm_portable", {.portable = true}}};
  for (const Design& design : GemmDesigns()) {
    for (const auto& [way, options] : ways) {
      benchmark::RegisterBenchmark(
          (DisplayName(design) + "/" + way).c_str(),
          [=, options = options](benchmark::State& state) { RunGemm(state, design, options); })
          ->Unit(benchmark::kMillisecond)
          ->MinTime(0.05)
          ->Repetitions(5);  // Of which the median counts: the machine may be busy.
    }
  }
}

}  // namespace macroscope
