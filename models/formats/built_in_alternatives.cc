#include "models/formats/built_in.h"
#include "models/formats/name_rules.h"

namespace macroscope {

std::vector<Format> BuiltInAlternatives() {
  std::vector<Format> rows;
  // Exponent size 2 is the standard's of 2022, of any width; 0 and 1 are those of before. The rules
  // name many more; these are the ones that tables and exhaustive tests walk.
  for (const char* name :
       {"posit8_0", "posit8_1", "posit8_2", "posit16_1", "posit16_2", "posit32_2"}) {
    rows.push_back(*FormatByRule(name));
  }
  return rows;
}

}  // namespace macroscope
