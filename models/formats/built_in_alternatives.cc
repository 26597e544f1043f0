#include <utility>

#include "models/formats/built_in.h"
#include "models/formats/name_rules.h"

namespace macroscope {
namespace {

Format Madam() {
  Format format;
  format.name = "lns8_madam";
  format.family = Family::kLogarithmic;
  format.log = {.logarithm_bits = 7, .steps_per_octave = 8, .zero = LogZero::kNone};
  return format;
}

}  // namespace

std::vector<Format> BuiltInAlternatives() {
  std::vector<Format> rows;
  // Exponent size 2 is the standard's of 2022, of any width; 0 and 1 are those of before. The rules
  // name many more; these are the ones that tables and exhaustive tests walk.
  for (const char* name :
       {"posit8_0", "posit8_1", "posit8_2", "posit16_1", "posit16_2", "posit32_2"}) {
    rows.push_back(*FormatByRule(name));
  }
  // lns8_3 is the choice of codes for NVIDIA's 8-bit logarithms (sign, 4 + 3 bits), which did not
  // publish them; lns8_madam those of LNS-Madam (Zhao et al. 2022), which has no zero.
  for (const char* name : {"lns8_3", "lns12_6", "lns16_10"}) rows.push_back(*FormatByRule(name));
  rows.push_back(Madam());
  // Johnson 2018: the paper's (8, 1, 5, 5, 7).
  rows.push_back(*FormatByRule("elma8_1"));
  // Double-base numbers; the layout is this catalogue's choice.
  rows.push_back(*FormatByRule("dbns8_3"));
  for (Format& codebook : BuiltInCodebooks()) rows.push_back(std::move(codebook));
  return rows;
}

}  // namespace macroscope
