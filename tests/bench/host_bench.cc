// The counterpart of the batch call on the machine itself: its own single and double precision, one
// operation after the other as a program without vectors has it, on the same operands; alone, and
// with the exception flags of each operation, which is what the batch call gives.
#include <benchmark/benchmark.h>

#include <bit>
#include <cfenv>
#include <cmath>

#include "tests/bench/bench_designs.h"
#include "tests/bench/random_spans.h"

namespace macroscope {
namespace {

// Neither before nor after the calls around it, and not left out.
template <typename Real>
void Pin(Real& value) {
  asm volatile("" : "+x"(value) : : "memory");
}

template <typename Real, typename Code, typename To, typename Compute>
void RunHost(benchmark::State& state, const Design& design, bool with_flags, Compute compute) {
  RandomSpans spans(*MakeUnit(design));
  const auto real = [](std::span<const std::uint64_t> codes, std::size_t i) {
    return codes.empty() ? Real{} : std::bit_cast<Real>(static_cast<Code>(codes[i]));
  };
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < spans.z.size(); ++i) {
      Real a = real(spans.a, i);
      if (with_flags) std::feclearexcept(FE_ALL_EXCEPT);
      Pin(a);
      To z = compute(a, real(spans.b, i), real(spans.c, i));
      Pin(z);
      if (with_flags) spans.flags[i] = static_cast<std::uint8_t>(std::fetestexcept(FE_ALL_EXCEPT));
      if constexpr (sizeof z == 8) {
        spans.z[i] = std::bit_cast<std::uint64_t>(z);
      } else {
        spans.z[i] = std::bit_cast<std::uint32_t>(z);
      }
    }
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(spans.z.size()));
}

template <typename Real, typename Code, typename To, typename Compute>
void Register(const Design& design, Compute compute) {
  for (const bool with_flags : {false, true}) {
    benchmark::RegisterBenchmark(
        (DisplayName(design) + (with_flags ? "/batch_host_flags" : "/batch_host")).c_str(),
        [=](benchmark::State& state) {
          RunHost<Real, Code, To>(state, design, with_flags, compute);
        });
  }
}

template <typename Real, typename Code>
void RegisterArithmetic(const Design& design) {
  if (design.unit == UnitKind::kFpFma) {
    Register<Real, Code, Real>(design, [](Real a, Real b, Real c) { return std::fma(a, b, c); });
  } else if (design.unit == UnitKind::kFpAdd) {
    Register<Real, Code, Real>(design, [](Real a, Real b, Real) { return a + b; });
  } else if (design.unit == UnitKind::kFpMul) {
    Register<Real, Code, Real>(design, [](Real a, Real b, Real) { return a * b; });
  }
}

}  // namespace

void RegisterHostBenchmark(const Design& design) {
  const bool plain = design.rounding == Rounding::kTiesToEven && design.flags == FlagOutput::kOn;
  const std::string a = design.a.name, b = design.b.name, z = design.accumulator.format.name;
  if (!plain) return;
  if (a == "fp32" && b == a && z == a) RegisterArithmetic<float, std::uint32_t>(design);
  if (a == "fp64" && b == a && z == a) RegisterArithmetic<double, std::uint64_t>(design);
  if (design.unit == UnitKind::kConvert && a == "fp64" && z == "fp32") {
    Register<double, std::uint64_t, float>(
        design, [](double x, double, double) { return static_cast<float>(x); });
  }
}

}  // namespace macroscope
