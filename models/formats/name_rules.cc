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

// N_E.
std::optional<Format> Posit(std::string_view name, std::string_view rest) {
  const std::size_t mark = rest.find('_');
  if (mark == std::string_view::npos) return std::nullopt;
  const int width_bits = Number(rest.substr(0, mark));
  const int exponent_bits = Number(rest.substr(mark + 1));
  if (width_bits < kMinPositBits || width_bits > kMaxPositBits || exponent_bits < 0 ||
      exponent_bits > kMaxPositExponentBits || exponent_bits > width_bits) {
    return std::nullopt;
  }
  Format format;
  format.name = name;
  format.family = Family::kPosit;
  format.posit = {.width_bits = width_bits, .exponent_bits = exponent_bits};
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
  if (const auto rest = After(name, "posit"); !rest.empty()) return Posit(name, rest);
  return std::nullopt;
}

}  // namespace macroscope
