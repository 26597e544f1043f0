// Engines held against each other on one posit design: on all operations where they are few, else
// on corner-biased ones. MACROSCOPE_FULL=1 takes many more.
#pragma once

#include <gtest/gtest.h>

#include "models/common/unit.h"
#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random_source.h"
#include "tests/common/full_run.h"
#include "tests/common/posit_designs.h"

namespace macroscope {

// All operations if there are at most `most`, else `most` corner-biased ones, seed 1. Returns how
// many they were.
inline std::uint64_t ExpectEnginesAgree(const Design& design, const char* expected,
                                        const char* actual, std::uint64_t most) {
  SCOPED_TRACE(DisplayName(design));
  const auto unit = MakeUnit(design);
  const auto first = MakeEngine(expected, design), second = MakeEngine(actual, design);
  const int bits = unit->a_bits() + unit->b_bits() + unit->c_bits();
  std::unique_ptr<OperandSource> source;
  if (bits <= 24 && (std::uint64_t{1} << bits) <= most) {
    source = std::make_unique<Exhaustive>(design, unit->c_bits());
  } else {
    source = MakeRandomSource(design, unit->c_bits(), /*seed=*/1);
  }
  const CompareReport report = CompareEngines(*unit, *first, *second, *source, most);
  EXPECT_TRUE(report.ok) << report.mismatch;
  EXPECT_GT(report.cases, 0u);
  return report.cases;
}

}  // namespace macroscope
