// Operations a second of the batch call, beside the laws, on random codes in spans that stay in the
// first-level caches; and of running sums.
#include <benchmark/benchmark.h>

#include "models/batch/batch.h"
#include "models/formats/catalogue.h"
#include "tests/bench/bench_designs.h"
#include "tests/bench/random_spans.h"

namespace macroscope {
namespace {

void RunBatch(benchmark::State& state, const Design& design, const BatchOptions& options) {
  const Batch batch(design, options);
  RandomSpans spans(batch.unit());
  for ([[maybe_unused]] auto _ : state) {
    batch.Evaluate({spans.a.size(), spans.a, spans.b, spans.c, spans.r}, spans.z, spans.flags);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(RandomSpans::kCount));
  state.SetLabel(std::string(batch.kernel()));
}

void RunSum(benchmark::State& state, const Design& design) {
  const Batch batch(design);
  RandomSpans spans(batch.unit());
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(batch.Accumulate(spans.a, spans.b, {}, spans.r));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(RandomSpans::kCount));
  state.SetLabel(std::string(batch.kernel()));
}

std::vector<Design> BatchDesigns() {
  struct Row {
    const char *unit, *operands, *accumulator, *rounding, *flags;
  };
  std::vector<Design> designs;
  for (const Row& row : {Row{"fp_fma", "fp16", "fp16", "", "on"},
                         Row{"fp_fma", "fp16", "fp16", "", "off"},
                         Row{"fp_fma", "fp16", "fp16", "port", "on"},
                         Row{"fp_fma", "fp16", "fp16", "stochastic", "on"},
                         Row{"fp_fma", "fp32", "fp32", "", "on"},
                         Row{"fp_fma", "fp32", "fp32", "", "off"},
                         Row{"fp_fma", "bf16", "fp32", "", "on"},
                         Row{"fp_fma", "fp8_e4m3", "fp16", "", "on"},
                         Row{"fp_fma", "fp8_e5m2", "fp8_e5m2", "", "on"},
                         Row{"fp_fma", "fp6_e3m2", "fp6_e3m2", "", "on"},
                         Row{"fp_fma", "fp64", "fp64", "", "on"},
                         Row{"fp_fma", "fp64", "fp64", "", "off"},
                         Row{"fp_fma", "fp64", "fp64", "port", "on"},
                         Row{"fp_fma", "fp64", "fp64", "stochastic", "on"},
                         Row{"fp_fma", "fp32", "fp64", "", "on"},
                         Row{"fp_fma", "bf16", "fp64", "", "on"},
                         Row{"fp_add", "fp32", "fp32", "", "on"},
                         Row{"fp_add", "fp64", "fp64", "", "on"},
                         Row{"fp_mul", "fp32", "fp32", "", "on"},
                         Row{"fp_mul", "fp64", "fp64", "", "on"},
                         Row{"convert", "fp32", "fp16", "", "on"},
                         Row{"convert", "fp32", "fp8_e4m3", "", "on"},
                         Row{"convert", "fp64", "fp32", "", "on"},
                         Row{"convert", "fp32", "int8", "", "on"},
                         Row{"convert", "int32", "fp32", "", "on"},
                         Row{"convert", "fp32", "e8m0", "", "on"},
                         Row{"int_add", "int8", "fixed+0", "", ""},
                         Row{"int_mul", "int8", "fixed+0", "", ""},
                         Row{"int_mul", "int32", "fixed+0", "", ""},
                         Row{"int_mac", "int8", "fixed+12", "", ""},
                         Row{"kulisch_mac", "fp8_e4m3", "fixed+12", "", ""},
                         Row{"kulisch_mac", "fp8_e3m4", "fixed+12", "", ""},
                         Row{"kulisch_mac", "fp8_e5m2", "fixed+12", "", ""},
                         Row{"kulisch_mac", "fp8_e4m3,int8", "fixed+12", "", ""}}) {
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
    if (HasC(design)) {
      benchmark::RegisterBenchmark((name + "/batch_sum").c_str(),
                                   [=](benchmark::State& state) { RunSum(state, design); });
    }
    RegisterHostBenchmark(design);
  }
}

}  // namespace macroscope
