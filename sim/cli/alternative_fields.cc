#include "sim/cli/alternative_fields.h"

#include <fmt/format.h>

namespace macroscope {

std::string AlternativeLayout(const Format& format) {
  return fmt::format("es {}", format.posit.exponent_bits);
}

std::vector<std::pair<std::string, std::string>> AlternativeFields(const Format& format) {
  const PositLayout& posit = format.posit;
  return {{"exponent_bits", std::to_string(posit.exponent_bits)},
          {"standard", posit.exponent_bits == 2 ? "posit standard 2022" : "before that of 2022"},
          {"regime step", fmt::format("2^{}", 1 << posit.exponent_bits)},
          {"fraction bits, most", std::to_string(posit.max_fraction_bits())},
          {"quire bits", std::to_string(posit.quire_bits())},
          {"quire lsb", fmt::format("2^{}", posit.quire_quantum_exponent())}};
}

}  // namespace macroscope
