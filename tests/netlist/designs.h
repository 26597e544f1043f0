// Designs and libraries that the netlist and cost tests share.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "tests/netlist/osu018.h"

namespace macroscope {

// A design as on the command line: "unit=int_mac operands=int8 accumulator=fixed+12 form=mac".
inline Design DesignOf(const std::string& words) {
  DesignText text;
  const std::map<std::string, std::string DesignText::*> keys = {
      {"unit", &DesignText::unit},         {"operands", &DesignText::operands},
      {"rounding", &DesignText::rounding}, {"accumulator", &DesignText::accumulator},
      {"overflow", &DesignText::overflow}, {"multiplier", &DesignText::multiplier},
      {"form", &DesignText::form},         {"adder", &DesignText::adder},
      {"cuts", &DesignText::cuts},         {"lanes", &DesignText::lanes}};
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    const std::size_t equals = word.find('=');
    text.*keys.at(word.substr(0, equals)) = word.substr(equals + 1);
  }
  return ParseDesign(text, Catalogue());
}

inline std::unique_ptr<Unit> UnitOf(const std::string& words) { return MakeUnit(DesignOf(words)); }

}  // namespace macroscope
