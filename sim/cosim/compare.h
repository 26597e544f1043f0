// Engine against engine, in bulk.
#pragma once

#include <cstdint>
#include <string>

#include "models/common/unit.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/operand_source.h"

namespace macroscope {

struct CompareReport {
  bool ok = false;          // Every result equal, and at least one compared.
  std::uint64_t cases = 0;  // Operations compared, up to and with the first mismatch.
  std::string extent;       // OperandSource::extent
  std::string mismatch;     // If not ok: operands, both results, and ExplainMismatch.
};

// Compares z bit for bit, and flags where both engines have them, over at most `limit` operations
// of the source. `unit` is the design's; one that approximates is held against the reference within
// its tolerance (Unit::tolerance_steps).
CompareReport CompareEngines(const Unit& unit, Engine& expected, Engine& actual,
                             OperandSource& operands, std::uint64_t limit);

// Laws and tapped RTL once more, for one operation: "first stage that diverged: align; law: ...;
// rtl: ...", or that all stages agree, with what the laws gave in each.
std::string ExplainMismatch(const Unit& unit, const Operation& operation);

}  // namespace macroscope
