#include "sim/config/alternative_row.h"

namespace macroscope {
namespace {

Format ReadPosit(const StrictMap& row) {
  Format format;
  format.family = Family::kPosit;
  format.posit.width_bits =
      static_cast<int>(row.At("width_bits").Integer(kMinPositBits, kMaxPositBits));
  format.posit.exponent_bits = 2;
  if (const auto* node = row.Find("exponent_bits")) {
    // How it relates to the width is Validate's to say.
    format.posit.exponent_bits = static_cast<int>(node->Integer(0, kMaxPositBits));
  }
  return format;
}

}  // namespace

const std::vector<std::string>& AlternativeFamilies() {
  static const std::vector<std::string> families = {"posit"};
  return families;
}

const std::vector<std::string>& AlternativeRowKeys(const std::string&) {
  static const std::vector<std::string> keys = {"width_bits", "exponent_bits"};
  return keys;
}

Format ReadAlternativeRow(const StrictMap& row, const std::string&) { return ReadPosit(row); }

}  // namespace macroscope
