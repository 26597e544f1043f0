#include "sim/cli/alternative_fields.h"

#include <fmt/format.h>

namespace macroscope {
namespace {

std::vector<std::pair<std::string, std::string>> PositFields(const PositLayout& posit) {
  return {{"exponent_bits", std::to_string(posit.exponent_bits)},
          {"standard", posit.exponent_bits == 2 ? "posit standard 2022" : "before that of 2022"},
          {"regime step", fmt::format("2^{}", 1 << posit.exponent_bits)},
          {"fraction bits, most", std::to_string(posit.max_fraction_bits())},
          {"quire bits", std::to_string(posit.quire_bits())},
          {"quire lsb", fmt::format("2^{}", posit.quire_quantum_exponent())}};
}

const char* ZeroText(LogZero zero) {
  switch (zero) {
    case LogZero::kLeastCode:
      return "least_code: the least logarithm means zero";
    case LogZero::kFlag:
      return "flag: a bit of its own";
    case LogZero::kNone:
      break;
  }
  return "none: the least number stands in for it";
}

std::vector<std::pair<std::string, std::string>> LogarithmFields(const Format& format) {
  const LogLayout& log = format.log;
  return {{"sign", format.has_sign ? "yes" : "no"},
          {"logarithm_bits", std::to_string(log.logarithm_bits)},
          {"steps_per_octave", std::to_string(log.steps_per_octave)},
          {"encoding", log.is_twos_complement ? "two's complement" : "unsigned"},
          {"bias", std::to_string(log.bias)},
          {"zero", ZeroText(log.zero)}};
}

std::vector<std::pair<std::string, std::string>> LogPositFields(const Format& format) {
  const LogPositTables& tables = format.log_posit;
  return {
      {"exponent_bits", std::to_string(format.posit.exponent_bits)},
      {"fraction bits of the logarithm, most", std::to_string(format.posit.max_fraction_bits())},
      {"product_bits (alpha)", std::to_string(tables.product_bits)},
      {"readback_bits (beta)", std::to_string(tables.readback_bits)},
      {"logarithm_bits (gamma)", std::to_string(tables.logarithm_bits)}};
}

std::vector<std::pair<std::string, std::string>> DoubleBaseFields(const DoubleBaseLayout& layout) {
  const auto range = [](int least, int greatest) {
    return fmt::format("{} to {}", least, greatest);
  };
  return {{"value", "(-1)^sign * 2^two * 3^three"},
          {"two_bits", std::to_string(layout.two_bits)},
          {"two", range(layout.least_two(), layout.greatest_two())},
          {"three_bits", std::to_string(layout.three_bits)},
          {"three", range(layout.least_three(), layout.greatest_three())},
          {"zero", "the least of both exponents together; with the sign bit the NaN"}};
}

std::vector<std::pair<std::string, std::string>> CodebookFields(const Codebook& codebook) {
  return {{"values", std::to_string(codebook.values.size())},
          {"sign", codebook.has_sign ? "yes: values are magnitudes" : "no bit of its own"},
          {"ascending", codebook.is_ascending ? "yes" : "no"},
          {"encoders take", codebook.thresholds.empty() ? "the nearest value" : "thresholds"}};
}

}  // namespace

std::string AlternativeLayout(const Format& format) {
  switch (format.family) {
    case Family::kLogarithmic:
      return fmt::format("{}/{}, 1/{}", int{format.has_sign}, format.log.logarithm_bits,
                         format.log.steps_per_octave);
    case Family::kDoubleBase:
      return fmt::format("1/{}/{}", format.double_base.two_bits, format.double_base.three_bits);
    case Family::kCodebook:
      return std::to_string(format.codebook.values.size());
    default:
      break;
  }
  return fmt::format("es {}", format.posit.exponent_bits);
}

std::vector<std::pair<std::string, std::string>> AlternativeFields(const Format& format) {
  switch (format.family) {
    case Family::kLogarithmic:
      return LogarithmFields(format);
    case Family::kLogPosit:
      return LogPositFields(format);
    case Family::kDoubleBase:
      return DoubleBaseFields(format.double_base);
    case Family::kCodebook:
      return CodebookFields(format.codebook);
    default:
      break;
  }
  return PositFields(format.posit);
}

}  // namespace macroscope
