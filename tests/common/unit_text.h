// Designs for tests by unit, operands and accumulator alone, and what is said of those that cannot
// be.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

inline DesignText UnitText(const std::string& unit, const std::string& operands,
                           const std::string& accumulator = "") {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return text;
}

// What ParseDesign says, of that key; "nothing thrown" of a design that can be.
inline std::string Refusal(const DesignText& text, const std::string& key) {
  try {
    ParseDesign(text, Catalogue());
  } catch (const DesignError& error) {
    EXPECT_EQ(error.key(), key);
    return error.what();
  }
  return "nothing thrown";
}

}  // namespace macroscope
