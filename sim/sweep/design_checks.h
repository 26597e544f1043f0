// What must hold of a design before its cost is worth reporting.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/config/technology.h"
#include "sim/sweep/result.h"

namespace macroscope {

// A check that is not green; what() is the mismatch.
class CheckFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// How much is enough. Part of the key under which results are kept.
struct CheckExtent {
  std::uint64_t reference_cases = 1 << 18;  // reference = law
  std::uint64_t rtl_cases = 1 << 20;        // law = rtl
  std::uint64_t lockstep_cycles = 20'000;   // systemc = rtl
  std::uint64_t netlist_cases = 1 << 16;    // law = netlist
  std::uint64_t seed = 1;

  std::string Text() const;
};

// The checks that no technology has a part in: reference = law, law = rtl, systemc = rtl. Operands
// of few enough bits are walked whole. Throws CheckFailed, BuildError.
std::vector<Check> CheckDesign(const Design& design, const CheckExtent& extent);

// law = netlist, of both netlists that the technology's costs are read from: the one that keeps its
// stages apart and the flat one, at that level of effort ("": the default). Nothing for a
// technology that has no netlists. Throws CheckFailed, BuildError.
std::vector<Check> CheckMappedNetlist(const Unit& unit, const Technology& technology,
                                      const std::string& effort, const CheckExtent& extent);

}  // namespace macroscope
