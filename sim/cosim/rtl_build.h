// Verilates a design and compiles it into a shared object, on demand, into the cache. The key holds
// everything that goes in: the sources' content, parameters, wrapper, flags and tool versions.
#pragma once

#include <cstdint>
#include <filesystem>

#include "models/common/unit.h"

namespace macroscope {

enum class RtlFlavour {
  kFast,         // rtl_abi.h, no taps; soon evaluated: for many operations.
  kTapped,       // rtl_abi.h with every stage's output tapped; soon compiled.
  kSystemc,      // systemc_dut.h with taps: Verilator's SystemC module, soon compiled.
  kSystemcFast,  // The same, soon simulated: for long runs.
};
constexpr std::uint64_t kLongRun = 100'000;  // Cycles that repay optimising.
constexpr bool IsSystemc(RtlFlavour flavour) {
  return flavour == RtlFlavour::kSystemc || flavour == RtlFlavour::kSystemcFast;
}

// The shared object of `unit`'s RTL, in its design's form. Throws BuildError, with the tool's last
// words, if a tool is missing or fails, or the cache cannot be written.
std::filesystem::path BuildRtl(const Unit& unit, RtlFlavour flavour);

}  // namespace macroscope
