// What every Verilated design shares, compiled once: Verilator's runtime library and a precompiled
// header, without which they would cost more than the design itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/cosim/rtl_build.h"

namespace macroscope {

struct VerilatorRuntime {
  std::filesystem::path folder;      // Holds prelude.h and its precompiled form.
  std::vector<std::string> objects;  // To link with.
};

// g++ and the flags for one design's code: the prelude's own, else it would not be used.
std::vector<std::string> CompileCommand(RtlFlavour flavour);

// From the cache, or compiled. Throws BuildError.
VerilatorRuntime GetVerilatorRuntime(RtlFlavour flavour);

}  // namespace macroscope
