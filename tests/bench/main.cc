// How fast designs are evaluated and compared: scripts/bench runs this and writes the table.
#include <benchmark/benchmark.h>

#include "models/formats/catalogue.h"
#include "tests/bench/bench_designs.h"

namespace macroscope {

std::vector<Design> BenchDesigns() {
  const char* const texts[][3] = {
      {"int_mac", "int8", "fixed+12"}, {"kulisch_mac", "fp8_e4m3", "fixed+12"},
      {"fp_fma", "fp8_e4m3", "fp16"},  {"fp_fma", "fp8_e5m2", "fp8_e5m2"},
      {"fp_fma", "fp16", "fp16"},      {"fp_fma", "fp32", "fp32"}};
  std::vector<Design> designs;
  for (const auto& [unit, operands, accumulator] : texts) {
    DesignText text;
    text.unit = unit;
    text.operands = operands;
    text.accumulator = accumulator;
    designs.push_back(ParseDesign(text, Catalogue()));
  }
  return designs;
}

}  // namespace macroscope

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  macroscope::RegisterEngineBenchmarks();
  macroscope::RegisterBatchBenchmarks();
  macroscope::RegisterGemmBenchmarks();
  macroscope::RegisterClockedBenchmarks();
  macroscope::RegisterActivityBenchmarks();
  benchmark::RunSpecifiedBenchmarks();
}
