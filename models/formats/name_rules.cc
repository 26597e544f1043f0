#include "models/formats/name_rules.h"

#include <charconv>

namespace macroscope {
namespace {

// A number without sign or leading zeros, of at most two digits; -1 if `text` is anything else.
int Number(std::string_view text) {
  if (text.empty() || text.size() > 2 || (text.size() > 1 && text[0] == '0')) return -1;
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 ? value : -1;
}

std::optional<Format> Integer(std::string_view name, Encoding encoding, int width_bits,
                              int point_bits) {
  if (width_bits < 2 || width_bits > 32) return std::nullopt;
  Format format;
  format.name = name;
  format.family = Family::kInteger;
  format.encoding = encoding;
  format.integer_width_bits = width_bits;
  format.point_bits = point_bits;
  return format;
}

// The rest of `name` after `prefix`; empty if it does not start so.
std::string_view After(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

// M.N after the prefix, with `sign_bits` more before them.
std::optional<Format> FixedPoint(std::string_view name, std::string_view rest, Encoding encoding,
                                 int sign_bits) {
  const std::size_t dot = rest.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const int whole = Number(rest.substr(0, dot));
  const int fraction = Number(rest.substr(dot + 1));
  if (whole < 0 || fraction < 0) return std::nullopt;
  return Integer(name, encoding, sign_bits + whole + fraction, fraction);
}

struct Pair {
  int first, second;
};

// N_E, both numbers.
std::optional<Pair> Numbers(std::string_view rest) {
  const std::size_t mark = rest.find('_');
  if (mark == std::string_view::npos) return std::nullopt;
  const Pair pair{Number(rest.substr(0, mark)), Number(rest.substr(mark + 1))};
  return pair.first < 0 || pair.second < 0 ? std::nullopt : std::optional(pair);
}

std::optional<Format> Posit(std::string_view name, std::string_view rest, Family family) {
  const auto pair = Numbers(rest);
  if (!pair || pair->first < kMinPositBits || pair->first > kMaxPositBits ||
      pair->second > kMaxPositExponentBits || pair->second > pair->first) {
    return std::nullopt;
  }
  Format format;
  format.name = name;
  format.family = family;
  format.posit = {.width_bits = pair->first, .exponent_bits = pair->second};
  if (family == Family::kLogPosit) format.log_posit = UsualTables(format.posit.max_fraction_bits());
  return format;
}

// Sign, and a logarithm around which 1 lies in the middle; its least code is zero.
std::optional<Format> Logarithm(std::string_view name, std::string_view rest) {
  const auto pair = Numbers(rest);
  if (!pair || pair->first < 3 || pair->first > kMaxLogarithmBits + 1) return std::nullopt;
  const int bits = pair->first - 1;
  // The logarithm has its own sign, and stays within kMostOctaves.
  constexpr int kMostIntegerBits = 14, kMostFractionBits = 20;
  const int integer_bits = bits - pair->second;
  if (integer_bits < 1 || integer_bits > kMostIntegerBits || pair->second > kMostFractionBits) {
    return std::nullopt;
  }
  Format format;
  format.name = name;
  format.family = Family::kLogarithmic;
  format.log = {
      .logarithm_bits = bits, .steps_per_octave = 1 << pair->second, .bias = 1 << (bits - 1)};
  return format;
}

// Sign, and the exponents of two and of three, N bits in all.
std::optional<Format> DoubleBase(std::string_view name, std::string_view rest) {
  const auto pair = Numbers(rest);
  if (!pair || pair->first < kMinDoubleBaseBits || pair->first > kMaxDoubleBaseBits ||
      pair->second < kMinThreeBits || pair->second > kMaxThreeBits) {
    return std::nullopt;
  }
  const int two_bits = pair->first - 1 - pair->second;
  if (two_bits < 1) return std::nullopt;
  Format format;
  format.name = name;
  format.family = Family::kDoubleBase;
  format.double_base = {.two_bits = two_bits, .three_bits = pair->second};
  return format;
}

}  // namespace

std::optional<Format> FormatByRule(std::string_view name) {
  if (const auto rest = After(name, "int"); !rest.empty()) {
    return Integer(name, Encoding::kTwosComplement, Number(rest), 0);
  }
  if (const auto rest = After(name, "uint"); !rest.empty()) {
    return Integer(name, Encoding::kUnsigned, Number(rest), 0);
  }
  if (const auto rest = After(name, "smag"); !rest.empty()) {
    return Integer(name, Encoding::kSignMagnitude, Number(rest), 0);
  }
  if (const auto rest = After(name, "uq"); !rest.empty()) {
    return FixedPoint(name, rest, Encoding::kUnsigned, 0);
  }
  if (const auto rest = After(name, "q"); !rest.empty()) {
    return FixedPoint(name, rest, Encoding::kTwosComplement, 1);
  }
  if (const auto rest = After(name, "posit"); !rest.empty()) {
    return Posit(name, rest, Family::kPosit);
  }
  if (const auto rest = After(name, "elma"); !rest.empty()) {
    return Posit(name, rest, Family::kLogPosit);
  }
  if (const auto rest = After(name, "lns"); !rest.empty()) return Logarithm(name, rest);
  if (const auto rest = After(name, "dbns"); !rest.empty()) return DoubleBase(name, rest);
  return std::nullopt;
}

}  // namespace macroscope
