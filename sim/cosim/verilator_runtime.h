// What every Verilated design shares, compiled once: Verilator's runtime library and a precompiled
// header, without which they would cost more than the design itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/cosim/rtl_build.h"

namespace macroscope {

// Verilator's program itself. The script `verilator`, in Perl, only lifts the limit of its stack,
// and takes longer to start than a small design takes to verilate; 64 lanes need a tenth of the
// usual limit.
inline constexpr const char* kVerilator = "verilator_bin";

struct VerilatorRuntime {
  std::filesystem::path folder;      // Holds prelude.h and its precompiled form.
  std::vector<std::string> objects;  // To link with.
};

// g++ and the flags for one design's code: the prelude's own, else it would not be used.
std::vector<std::string> CompileCommand(RtlFlavour flavour);

// From the cache, or compiled. Throws BuildError.
VerilatorRuntime GetVerilatorRuntime(RtlFlavour flavour);

}  // namespace macroscope
