#include <algorithm>
#include <bit>
#include <cmath>

#include "models/formats/format_error.h"

namespace macroscope {
namespace {

// Refuses fields of another family than the format's own, which `plain` alone has.
void CheckOnlyThese(const Format& format, const Format& plain, const char* message) {
  if (format != plain) FailFormat(format, message);
}

Format Plain(const Format& format) {
  Format plain;
  plain.name = format.name;
  plain.family = format.family;
  return plain;
}

void CheckPositLayout(const Format& format) {
  const PositLayout& posit = format.posit;
  CheckFormatRange(format, "width", posit.width_bits, kMinPositBits, kMaxPositBits);
  if (posit.exponent_bits > posit.width_bits) {
    FailFormat(format, "exponent_bits is " + std::to_string(posit.exponent_bits) +
                           ", which exceeds its width of " + std::to_string(posit.width_bits) +
                           " bits; it can be 0 to " +
                           std::to_string(std::min(posit.width_bits, kMaxPositExponentBits)));
  }
  CheckFormatRange(format, "exponent_bits", posit.exponent_bits, 0, kMaxPositExponentBits);
}

void CheckPosit(const Format& format) {
  CheckPositLayout(format);
  Format plain = Plain(format);
  plain.posit = format.posit;
  CheckOnlyThese(format, plain, "a posit has a width and exponent_bits, and no more");
}

void CheckLogPosit(const Format& format) {
  CheckPositLayout(format);
  const LogPositTables& tables = format.log_posit;
  CheckFormatRange(format, "product_bits", tables.product_bits, 1, kMaxLogPositTableBits);
  CheckFormatRange(format, "readback_bits", tables.readback_bits, 1, kMaxLogPositTableBits);
  CheckFormatRange(format, "logarithm_bits", tables.logarithm_bits, 1, kMaxLogPositTableBits);
  if (tables.logarithm_bits < format.posit.max_fraction_bits()) {
    FailFormat(format, "logarithm_bits is " + std::to_string(tables.logarithm_bits) +
                           ", fewer than its " + std::to_string(format.posit.max_fraction_bits()) +
                           " fraction bits; give as many or more");
  }
  Format plain = Plain(format);
  plain.posit = format.posit;
  plain.log_posit = tables;
  CheckOnlyThese(format, plain, "a log posit has a width, exponent_bits, its tables, and no more");
}

void CheckLogarithm(const Format& format) {
  const LogLayout& log = format.log;
  CheckFormatRange(format, "logarithm_bits", log.logarithm_bits, 2, kMaxLogarithmBits);
  CheckFormatRange(format, "steps_per_octave", log.steps_per_octave, 1, kMaxStepsPerOctave);
  CheckFormatRange(format, "width", format.width_bits(), 2, kMaxLogarithmBits + 1);
  const std::int64_t most = std::int64_t{kMostOctaves} * log.steps_per_octave;
  if (log.least_steps() < -most || log.greatest_steps() > most) {
    FailFormat(format, "its numbers go from 2^(" + std::to_string(log.least_steps()) + "/" +
                           std::to_string(log.steps_per_octave) + ") to 2^(" +
                           std::to_string(log.greatest_steps()) + "/" +
                           std::to_string(log.steps_per_octave) + "); they can go from 2^-" +
                           std::to_string(kMostOctaves) + " to 2^" + std::to_string(kMostOctaves));
  }
  Format plain = Plain(format);
  plain.has_sign = format.has_sign;
  plain.log = log;
  CheckOnlyThese(format, plain, "a logarithmic format has a sign, its logarithm, and no more");
}

void CheckDoubleBase(const Format& format) {
  const DoubleBaseLayout& layout = format.double_base;
  CheckFormatRange(format, "three_bits", layout.three_bits, kMinThreeBits, kMaxThreeBits);
  CheckFormatRange(format, "two_bits", layout.two_bits, 1,
                   kMaxDoubleBaseBits - 1 - layout.three_bits);
  Format plain = Plain(format);
  plain.double_base = layout;
  CheckOnlyThese(format, plain, "a double-base format has two_bits and three_bits, and no more");
}

std::string Entry(const std::vector<float>& list, std::size_t i) {
  return std::to_string(i) + " (" + std::to_string(list[i]) + ")";
}

// One error for the first entry that is equal to another or out of order.
void CheckOrder(const Format& format, const char* what, const std::vector<float>& list,
                bool ascending) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (list[i] == list[j]) {
        FailFormat(format, std::string(what) + " " + Entry(list, i) + " equals " + what + " " +
                               std::to_string(j) + "; no two can be equal");
      }
    }
    if (ascending && i > 0 && list[i] < list[i - 1]) {
      FailFormat(format, std::string(what) + " " + Entry(list, i) + " is below the one before it" +
                             (format.codebook.is_ascending && list == format.codebook.values
                                  ? "; sort them, or give ascending: false"
                                  : "; sort them"));
    }
  }
}

void CheckThresholds(const Format& format) {
  const Codebook& codebook = format.codebook;
  const std::vector<float>& thresholds = codebook.thresholds;
  if (thresholds.empty()) return;
  if (thresholds.size() + 1 != codebook.values.size()) {
    FailFormat(format, "there are " + std::to_string(thresholds.size()) +
                           " thresholds; there can be none, or one between each two values, " +
                           std::to_string(codebook.values.size() - 1));
  }
  CheckOrder(format, "threshold", thresholds, /*ascending=*/true);
  const std::vector<int> order = codebook.Order();
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    if (thresholds[i] >= codebook.values[order[i]] &&
        thresholds[i] <= codebook.values[order[i + 1]]) {
      continue;
    }
    FailFormat(format, "threshold " + Entry(thresholds, i) + " does not lie between the values " +
                           std::to_string(codebook.values[order[i]]) + " and " +
                           std::to_string(codebook.values[order[i + 1]]));
  }
}

void CheckCodebook(const Format& format) {
  const Codebook& codebook = format.codebook;
  const std::size_t count = codebook.values.size();
  const std::size_t most = codebook.has_sign ? 128 : 256;
  if (count < 2 || count > most || !std::has_single_bit(count)) {
    FailFormat(format, "it has " + std::to_string(count) +
                           (codebook.has_sign ? " magnitudes" : " values") +
                           "; there can be a power of two of them, 2 to " + std::to_string(most));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const float value = codebook.values[i];
    if (!std::isfinite(value) || (value == 0 && std::signbit(value))) {
      FailFormat(format, "value " + Entry(codebook.values, i) +
                             " can be no entry; they are finite binary32 numbers, and zero has no "
                             "sign");
    }
    if (codebook.has_sign && value < 0) {
      FailFormat(format, "value " + Entry(codebook.values, i) +
                             " is negative, and the sign has its own bit; give magnitudes");
    }
  }
  CheckOrder(format, "value", codebook.values, codebook.is_ascending);
  CheckThresholds(format);
  Format plain = Plain(format);
  plain.codebook = codebook;
  CheckOnlyThese(format, plain, "a codebook has its values and thresholds, and no more");
}

}  // namespace

void CheckAlternative(const Format& format) {
  switch (format.family) {
    case Family::kPosit:
      return CheckPosit(format);
    case Family::kLogPosit:
      return CheckLogPosit(format);
    case Family::kLogarithmic:
      return CheckLogarithm(format);
    case Family::kDoubleBase:
      return CheckDoubleBase(format);
    case Family::kCodebook:
      return CheckCodebook(format);
    case Family::kInteger:
    case Family::kFloating:
      break;
  }
}

}  // namespace macroscope
