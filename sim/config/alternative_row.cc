#include "sim/config/alternative_row.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace macroscope {
namespace {

using Keys = std::vector<std::string>;

// In the order of the enumeration.
const Keys kZeros = {"least_code", "flag", "none"};

const std::vector<std::pair<Family, Keys>>& KeysOfFamilies() {
  static const std::vector<std::pair<Family, Keys>> keys = {
      {Family::kPosit, {"width_bits", "exponent_bits"}},
      {Family::kLogarithmic,
       {"integer_bits", "fraction_bits", "logarithm_bits", "steps_per_octave", "encoding", "bias",
        "sign", "zero"}},
      {Family::kLogPosit,
       {"width_bits", "exponent_bits", "product_bits", "readback_bits", "logarithm_bits"}},
      {Family::kCodebook, {"values", "sign", "ascending", "thresholds"}}};
  return keys;
}

int ReadInt(const StrictNode& node, int least, int most) {
  return static_cast<int>(node.Integer(least, most));
}

void ReadOptional(const StrictMap& row, const char* key, int& value, int least, int most) {
  if (const auto* node = row.Find(key)) value = ReadInt(*node, least, most);
}

PositLayout ReadPositLayout(const StrictMap& row, int usual_exponent_bits) {
  PositLayout posit{.width_bits = ReadInt(row.At("width_bits"), kMinPositBits, kMaxPositBits),
                    .exponent_bits = usual_exponent_bits};
  // How it relates to the width is Validate's to say.
  ReadOptional(row, "exponent_bits", posit.exponent_bits, 0, kMaxPositBits);
  return posit;
}

LogPositTables ReadTables(const StrictMap& row, int fraction_bits) {
  LogPositTables tables = UsualTables(fraction_bits);
  ReadOptional(row, "product_bits", tables.product_bits, 1, kMaxLogPositTableBits);
  ReadOptional(row, "readback_bits", tables.readback_bits, 1, kMaxLogPositTableBits);
  ReadOptional(row, "logarithm_bits", tables.logarithm_bits, 1, kMaxLogPositTableBits);
  return tables;
}

// The logarithm's bits: integer and fraction, or all of them and the steps of an octave.
void ReadLogarithmBits(const StrictMap& row, LogLayout& log) {
  constexpr int kMostFractionBits = 20;
  if (const auto* integer = row.Find("integer_bits")) {
    for (const char* key : {"logarithm_bits", "steps_per_octave"}) {
      if (const auto* node = row.Find(key)) {
        node->Fail(
            "stands beside integer_bits; give integer_bits and fraction_bits, or "
            "logarithm_bits and steps_per_octave");
      }
    }
    const int fraction_bits = ReadInt(row.At("fraction_bits"), 0, kMostFractionBits);
    log.logarithm_bits = ReadInt(*integer, 1, kMaxLogarithmBits) + fraction_bits;
    log.steps_per_octave = 1 << fraction_bits;
    return;
  }
  if (const auto* fraction = row.Find("fraction_bits")) {
    fraction->Fail(
        "stands without integer_bits; give both, or logarithm_bits and "
        "steps_per_octave");
  }
  log.logarithm_bits = ReadInt(row.At("logarithm_bits"), 2, kMaxLogarithmBits);
  log.steps_per_octave = ReadInt(row.At("steps_per_octave"), 1, kMaxStepsPerOctave);
}

void ReadLogarithm(const StrictMap& row, Format& format) {
  LogLayout& log = format.log;
  ReadLogarithmBits(row, log);
  if (const auto* node = row.Find("encoding")) {
    log.is_twos_complement = node->OneOf({"unsigned", "twos_complement"}) == "twos_complement";
  }
  const int middle = log.logarithm_bits <= kMaxLogarithmBits ? 1 << (log.logarithm_bits - 1) : 0;
  if (!log.is_twos_complement) log.bias = middle;
  ReadOptional(row, "bias", log.bias, -(1 << 30), 1 << 30);
  if (const auto* node = row.Find("sign")) format.has_sign = node->Flag();
  if (const auto* node = row.Find("zero")) {
    const auto found = std::ranges::find(kZeros, node->OneOf(kZeros));
    log.zero = static_cast<LogZero>(found - kZeros.begin());
  }
}

std::vector<float> ReadNumbers(const StrictNode& list) {
  std::vector<float> numbers;
  for (const StrictNode& node : list.List()) {
    const std::string text = node.Text();
    char* end = nullptr;
    // Straight into binary32: by way of double some numbers would be rounded twice.
    const float number = std::strtof(text.c_str(), &end);
    if (end != text.c_str() + text.size() || !std::isfinite(number)) {
      node.Fail("'" + text + "' is no binary32 number; expected one as 0.25 or 0x1p-2");
    }
    numbers.push_back(number);
  }
  return numbers;
}

Codebook ReadCodebook(const StrictMap& row) {
  Codebook codebook;
  codebook.values = ReadNumbers(row.At("values"));
  if (const auto* node = row.Find("thresholds")) codebook.thresholds = ReadNumbers(*node);
  if (const auto* node = row.Find("sign")) codebook.has_sign = node->Flag();
  if (const auto* node = row.Find("ascending")) codebook.is_ascending = node->Flag();
  return codebook;
}

}  // namespace

const std::vector<std::string>& AlternativeFamilies() {
  static const Keys families = [] {
    Keys names;
    for (const auto& [family, keys] : KeysOfFamilies()) names.emplace_back(FamilyText(family));
    return names;
  }();
  return families;
}

const std::vector<std::string>& AlternativeRowKeys(const std::string& family) {
  const Keys& families = AlternativeFamilies();
  return KeysOfFamilies().at(std::ranges::find(families, family) - families.begin()).second;
}

Format ReadAlternativeRow(const StrictMap& row, const std::string& family) {
  const Keys& families = AlternativeFamilies();
  Format format;
  format.family = KeysOfFamilies().at(std::ranges::find(families, family) - families.begin()).first;
  switch (format.family) {
    case Family::kPosit:
      format.posit = ReadPositLayout(row, /*usual_exponent_bits=*/2);
      break;
    case Family::kLogPosit:
      format.posit = ReadPositLayout(row, /*usual_exponent_bits=*/1);
      format.log_posit = ReadTables(row, format.posit.max_fraction_bits());
      break;
    case Family::kLogarithmic:
      ReadLogarithm(row, format);
      break;
    case Family::kCodebook:
      format.codebook = ReadCodebook(row);
      break;
    case Family::kInteger:
    case Family::kFloating:
    case Family::kDoubleBase:  // A rule names every layout.
      break;
  }
  return format;
}

}  // namespace macroscope
