// A library that lacks what timing needs is one clear error.
#include "sim/timing/cell_timing.h"

#include <gtest/gtest.h>

#include <regex>

#include "sim/base/build_error.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

// What is said of a library with `from` replaced by `to`, without the folder.
std::string Refusal(const std::string& cell, const std::string& from, const std::string& to,
                    const std::string& use) {
  std::string text = cell;
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return "no such text";
  const SmallLibrary small(text.replace(at, from.size(), to));
  NetlistBuilder builder(small.library());
  builder.Cell(use, "", {});
  try {
    ReadCellTimings(builder.netlist);
  } catch (const BuildError& error) {
    return std::regex_replace(error.what(), std::regex(".*/small.lib"), "small.lib");
  }
  return "accepted";
}

TEST(CellTiming, WhatIsNeededAndMissingIsNamed) {
  EXPECT_EQ(Refusal(kInverter, "area", "area", "INV"), "accepted");
  EXPECT_EQ(
      Refusal(kInverter, "cell_rise", "cell_rose", "INV"),
      "small.lib:12: INV/Y: no cell_rise from A; a `timing` group with that table is expected");
  EXPECT_EQ(
      Refusal(kInverter, "fall_transition", "transition", "INV"),
      "small.lib:14: INV/Y: no fall_transition from A; a delay needs the slew that goes with it");
  EXPECT_EQ(Refusal(kFlipFlop, "rising_edge", "clear", "FF"),
            "small.lib:26: FF/Q: no cell_rise from its clock; a `timing` group with that table is "
            "expected");
  EXPECT_EQ(
      Refusal(kFlipFlop, "fall_constraint", "constraint", "FF"),
      "small.lib:13: FF/D: no setup time as it falls; a `timing` group of type setup_rising is "
      "expected");
  EXPECT_EQ(
      Refusal(kInverter, "timing_sense : negative_unate", "timing_type : combinational_rise",
              "INV"),
      "small.lib:12: INV/Y: no cell_fall from A; a `timing` group with that table is expected");
}

}  // namespace
}  // namespace macroscope
