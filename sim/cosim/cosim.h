// Clocked comparisons: a design's models against its RTL, every port in every cycle.
#pragma once

#include <cstdint>
#include <string>

#include "models/common/unit.h"

namespace macroscope {

struct CosimOptions {
  std::uint64_t cycles = 10'000;
  std::uint64_t seed = 1;
  std::string trace_file;  // RunCosim: waves of both sides, as VCD; "" for none.
};

struct CosimReport {
  bool ok = false;
  std::uint64_t cycles = 0;      // Compared.
  std::uint64_t operations = 0;  // That went all the way through.
  std::string mismatch;          // If not ok: the first one, or what else went wrong.
};

// SystemC model and Verilated SystemC top in one simulation under random stalls, in a process of
// its own; ports and the outputs of all stages compared in every cycle, so that a mismatch names
// the first stage that diverged. A crash is a report that is not ok. Throws BuildError.
CosimReport RunCosim(const Design& design, const CosimOptions& options);

// The kernel-free path: CycleModel against the Verilated RTL. Throws BuildError.
CosimReport RunClocked(const Unit& unit, const CosimOptions& options);

}  // namespace macroscope
