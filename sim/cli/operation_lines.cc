#include "sim/cli/operation_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/config/config_error.h"

namespace macroscope {
namespace {

constexpr int kFlagByteBits = 8;
constexpr int kDigitBits = 4;

int DigitValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const char lower = static_cast<char>(digit | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Reads digits into limbs. False if malformed or wider than `width_bits`.
bool ParseHexLimbs(std::string_view text, int width_bits, std::uint64_t* limbs) {
  const std::size_t count = static_cast<std::size_t>(LimbsFor(width_bits));
  for (std::size_t i = 0; i < count; ++i) limbs[i] = 0;
  if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
  if (text.empty()) return false;
  int position = 0;
  for (std::size_t i = text.size(); i-- > 0; position += kDigitBits) {
    const int value = DigitValue(text[i]);
    if (value < 0) return false;
    const int room = width_bits - position;
    if (room < kDigitBits && value >> (room < 0 ? 0 : room) != 0) return false;
    if (value != 0) limbs[position / 64] |= static_cast<std::uint64_t>(value) << (position % 64);
  }
  return true;
}

// The next word of `text`, which loses it; empty at the end.
std::string_view TakeWord(std::string_view& text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  std::size_t start = 0;
  while (start < text.size() && is_space(text[start])) ++start;
  std::size_t end = start;
  while (end < text.size() && !is_space(text[end])) ++end;
  const std::string_view word = text.substr(start, end - start);
  text.remove_prefix(end);
  return word;
}

}  // namespace

void OperationLines::Clear() {
  for (auto* numbers : {&a, &b, &c, &r, &z, &line}) numbers->clear();
  flags.clear();
}

OperationParser::OperationParser(const Unit& unit, bool with_result, std::optional<Rounding> mode)
    : unit_(unit), with_result_(with_result), mode_(mode), expected_("a") {
  if (unit.b_bits() > 0) expected_ += " b";
  if (unit.c_bits() > 0) expected_ += " c";
  if (unit.r_bits() > 0 && !mode) expected_ += " r";
  if (with_result) expected_ += " z [flags]";
}

std::string OperationParser::Parse(const std::vector<Line>& lines, OperationLines& block) const {
  for (const Line& line : lines) {
    try {
      ParseLine(line, block);
    } catch (const ConfigError& error) {
      // The line's first operands may be there already, without the rest.
      const std::size_t whole = block.line.size();
      const auto cut = [&](std::vector<std::uint64_t>& numbers, int limbs) {
        numbers.resize(std::min(numbers.size(), whole * static_cast<std::size_t>(limbs)));
      };
      cut(block.a, unit_.a_limbs());
      cut(block.b, unit_.b_limbs());
      cut(block.c, unit_.c_limbs());
      cut(block.r, 1);
      cut(block.z, unit_.z_limbs());
      return error.what();
    }
  }
  return "";
}

void OperationParser::ParseLine(const Line& line, OperationLines& block) const {
  std::string_view rest = line.text;
  std::string_view word = TakeWord(rest);
  if (word.empty() || word[0] == '#') return;

  const auto fail = [&](const char* key, const std::string& message) {
    throw ConfigError({"stdin", static_cast<int>(line.number), key}, message);
  };
  const auto take = [&](const char* key, int width_bits, std::vector<std::uint64_t>& numbers) {
    if (width_bits == 0) return;
    if (word.empty()) fail(key, fmt::format("missing; expected {}", expected_));
    const auto limbs = static_cast<std::size_t>(LimbsFor(width_bits));
    numbers.resize(numbers.size() + limbs);
    if (!ParseHexLimbs(word, width_bits, &numbers[numbers.size() - limbs])) {
      fail(key, fmt::format("'{}' is no hexadecimal number of at most {} bits; expected {}", word,
                            width_bits, expected_));
    }
    word = TakeWord(rest);
  };
  take("a", unit_.a_bits(), block.a);
  take("b", unit_.b_bits(), block.b);
  take("c", unit_.c_bits(), block.c);
  if (mode_) {
    block.r.push_back(static_cast<std::uint64_t>(*mode_));
  } else {
    take("r", unit_.r_bits(), block.r);
    if (unit_.design().rounding == Rounding::kPort && block.r.back() >= kPortModes) {
      fail("r", fmt::format("{} is no rounding mode; expected 0 to {}: {} {} {} {} {}",
                            block.r.back(), kPortModes - 1, RoundingNames()[0], RoundingNames()[1],
                            RoundingNames()[2], RoundingNames()[3], RoundingNames()[4]));
    }
  }
  std::optional<std::uint8_t> flags;
  if (with_result_) {
    take("z", unit_.z_bits(), block.z);
    std::uint64_t value = 0;
    if (!word.empty() && word != "-") {
      if (!ParseHexLimbs(word, kFlagByteBits, &value)) {
        fail("flags", fmt::format("'{}' is no hexadecimal number of 8 bits, nor -", word));
      }
      flags = static_cast<std::uint8_t>(value);
    }
    word = TakeWord(rest);
  }
  if (!word.empty()) fail("", fmt::format("'{}' is one too many; expected {}", word, expected_));
  block.flags.push_back(flags);
  block.line.push_back(line.number);
}

void AppendOperands(std::string& text, const Unit& unit, const OperationLines& block,
                    std::size_t i) {
  const auto append = [&](const std::vector<std::uint64_t>& numbers, int width_bits) {
    if (width_bits == 0) return;
    if (&numbers != &block.a) text += ' ';
    AppendHex(text, &numbers[i * static_cast<std::size_t>(LimbsFor(width_bits))], width_bits);
  };
  append(block.a, unit.a_bits());
  append(block.b, unit.b_bits());
  append(block.c, unit.c_bits());
  append(block.r, unit.r_bits());
}

void AppendHex(std::string& text, const std::uint64_t* limbs, int width_bits) {
  for (int digit = (width_bits + kDigitBits - 1) / kDigitBits; digit-- > 0;) {
    const int position = digit * kDigitBits;
    text += "0123456789abcdef"[limbs[position / 64] >> (position % 64) & 15];
  }
}

}  // namespace macroscope
