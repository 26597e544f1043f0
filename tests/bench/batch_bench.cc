// Operations a second of the batch call, beside the laws, on random codes in spans that stay in the
// first-level caches; and of running sums.
#include <benchmark/benchmark.h>

#include <random>

#include "models/batch/batch.h"
#include "models/formats/catalogue.h"
#include "tests/bench/bench_designs.h"

namespace macroscope {
namespace {

constexpr std::size_t kSpan = 512;

struct Spans {
  explicit Spans(const Unit& unit) {
    std::mt19937_64 bits(1);
    const auto fill = [&](std::vector<std::uint64_t>& to, int width_bits, int limbs) {
      to.resize(kSpan * static_cast<std::size_t>(limbs));
      for (std::size_t i = 0; i < to.size(); ++i) {
        const int left = width_bits - 64 * static_cast<int>(i % static_cast<std::size_t>(limbs));
        to[i] = bits() & (left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1);
      }
    };
    fill(a, unit.a_bits(), 1);
    fill(b, unit.b_bits(), 1);
    fill(c, unit.c_bits(), unit.c_limbs());
    fill(r, unit.r_bits(), 1);
    if (unit.design().rounding == Rounding::kPort) {
      for (std::uint64_t& mode : r) mode %= kPortModes;
    }
    z.resize(c.size());
    flags.resize(kSpan);
  }
  std::vector<std::uint64_t> a, b, c, r, z;
  std::vector<std::uint8_t> flags;
};

void RunBatch(benchmark::State& state, const Design& design, const BatchOptions& options) {
  const Batch batch(design, options);
  Spans spans(batch.unit());
  for ([[maybe_unused]] auto _ : state) {
    batch.Evaluate({spans.a, spans.b, spans.c, spans.r}, spans.z, spans.flags);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kSpan));
  state.SetLabel(std::string(batch.kernel()));
}

void RunSum(benchmark::State& state, const Design& design) {
  const Batch batch(design);
  const Spans spans(batch.unit());
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(batch.Accumulate(spans.a, spans.b, {}, spans.r));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kSpan));
  state.SetLabel(std::string(batch.kernel()));
}

std::vector<Design> BatchDesigns() {
  struct Row {
    const char *unit, *operands, *accumulator, *rounding, *flags;
  };
  std::vector<Design> designs;
  for (const Row& row :
       {Row{"fp_fma", "fp16", "fp16", "", "on"}, Row{"fp_fma", "fp16", "fp16", "", "off"},
        Row{"fp_fma", "fp16", "fp16", "port", "on"},
        Row{"fp_fma", "fp16", "fp16", "stochastic", "on"}, Row{"fp_fma", "fp32", "fp32", "", "on"},
        Row{"fp_fma", "fp32", "fp32", "", "off"}, Row{"fp_fma", "bf16", "fp32", "", "on"},
        Row{"fp_fma", "fp8_e4m3", "fp16", "", "on"},
        Row{"fp_fma", "fp8_e5m2", "fp8_e5m2", "", "on"},
        Row{"fp_fma", "fp6_e3m2", "fp6_e3m2", "", "on"}, Row{"fp_fma", "fp64", "fp64", "", "on"},
        Row{"int_mac", "int8", "fixed+12", "", ""},
        Row{"kulisch_mac", "fp8_e4m3", "fixed+12", "", ""},
        Row{"kulisch_mac", "fp8_e3m4", "fixed+12", "", ""},
        Row{"kulisch_mac", "fp8_e5m2", "fixed+12", "", ""}}) {
    DesignText text;
    text.unit = row.unit;
    text.operands = row.operands;
    text.accumulator = row.accumulator;
    text.rounding = row.rounding;
    text.flags = row.flags;
    designs.push_back(ParseDesign(text, Catalogue()));
  }
  return designs;
}

}  // namespace

void RegisterBatchBenchmarks() {
  const std::pair<const char*, BatchOptions> ways[] = {
      {"batch", {}}, {"batch_avx2", {.avx512 = false}}, {"batch_law", {.portable = true}}};
  for (const Design& design : BatchDesigns()) {
    const std::string name = DisplayName(design);
    for (const auto& [way, options] : ways) {
      benchmark::RegisterBenchmark(
          (name + "/" + way).c_str(),
          [=, options = options](benchmark::State& state) { RunBatch(state, design, options); });
    }
    benchmark::RegisterBenchmark((name + "/batch_sum").c_str(),
                                 [=](benchmark::State& state) { RunSum(state, design); });
  }
}

}  // namespace macroscope
