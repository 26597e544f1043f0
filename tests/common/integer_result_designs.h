// Every pairing of encodings into narrow, exact and wide results, in formats small enough to try
// all codes; and wide formats.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {

inline std::vector<Design> IntegerResultDesigns(UnitKind unit, bool wide) {
  const std::vector<std::string> formats =
      wide ? std::vector<std::string>{"int32", "uint32", "smag32", "int8"}
           : std::vector<std::string>{"int2", "int4", "uint3", "smag2", "smag4"};
  const std::vector<std::string> results =
      wide ? std::vector<std::string>{"fixed8", "fixed32", "fixed+0", "fixed64", "fixed130"}
           : std::vector<std::string>{"fixed2", "fixed3", "fixed5", "fixed+0", "fixed+2"};
  std::vector<Design> designs;
  for (const std::string& a : formats) {
    for (const std::string& b : formats) {
      for (const std::string& result : results) {
        for (const char* overflow : {"wrap", "saturate"}) {
          DesignText text;
          text.unit = Name(unit);
          text.operands = a + "," + b;
          text.accumulator = result;
          text.overflow = overflow;
          designs.push_back(ParseDesign(text, Catalogue()));
        }
      }
    }
  }
  return designs;
}

}  // namespace macroscope
