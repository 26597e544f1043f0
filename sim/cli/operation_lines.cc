#include "sim/cli/operation_lines.h"

#include <fmt/format.h>

#include "sim/config/config_error.h"

namespace macroscope {
namespace {

constexpr int kFlagBits = 8;
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

void OperationBlock::Clear() {
  for (auto* numbers : {&a, &b, &c, &z, &line}) numbers->clear();
  flags.clear();
}

OperationParser::OperationParser(const Unit& unit, bool with_result)
    : a_bits_(unit.a_bits()),
      b_bits_(unit.b_bits()),
      c_bits_(unit.c_bits()),
      with_result_(with_result) {}

std::string OperationParser::Parse(const std::vector<Line>& lines, OperationBlock& block) const {
  for (const Line& line : lines) {
    try {
      ParseLine(line, block);
    } catch (const ConfigError& error) {
      // The line's first operands may be there already, without the rest.
      const std::size_t whole = block.line.size();
      const auto limbs = static_cast<std::size_t>(LimbsFor(c_bits_));
      block.a.resize(whole);
      block.b.resize(whole);
      block.c.resize(whole * limbs);
      block.z.resize(with_result_ ? whole * limbs : 0);
      return error.what();
    }
  }
  return "";
}

void OperationParser::ParseLine(const Line& line, OperationBlock& block) const {
  std::string_view rest = line.text;
  std::string_view word = TakeWord(rest);
  if (word.empty() || word[0] == '#') return;

  const char* expected = with_result_ ? "a b c z [flags]" : "a b c";
  const auto fail = [&](const char* key, const std::string& message) {
    throw ConfigError({"stdin", static_cast<int>(line.number), key}, message);
  };
  const auto take = [&](const char* key, int width_bits, std::vector<std::uint64_t>& numbers) {
    if (word.empty()) fail(key, fmt::format("missing; expected {}", expected));
    const auto limbs = static_cast<std::size_t>(LimbsFor(width_bits));
    numbers.resize(numbers.size() + limbs);
    if (!ParseHexLimbs(word, width_bits, &numbers[numbers.size() - limbs])) {
      fail(key, fmt::format("'{}' is no hexadecimal number of at most {} bits; expected {}", word,
                            width_bits, expected));
    }
    word = TakeWord(rest);
  };
  take("a", a_bits_, block.a);
  take("b", b_bits_, block.b);
  take("c", c_bits_, block.c);
  std::optional<std::uint8_t> flags;
  if (with_result_) {
    take("z", c_bits_, block.z);
    std::uint64_t value = 0;
    if (!word.empty() && word != "-") {
      if (!ParseHexLimbs(word, kFlagBits, &value)) {
        fail("flags", fmt::format("'{}' is no hexadecimal number of 8 bits, nor -", word));
      }
      flags = static_cast<std::uint8_t>(value);
    }
    word = TakeWord(rest);
  }
  if (!word.empty()) fail("", fmt::format("'{}' is one too many; expected {}", word, expected));
  block.flags.push_back(flags);
  block.line.push_back(line.number);
}

void AppendHex(std::string& text, const std::uint64_t* limbs, int width_bits) {
  for (int digit = (width_bits + kDigitBits - 1) / kDigitBits; digit-- > 0;) {
    const int position = digit * kDigitBits;
    text += "0123456789abcdef"[limbs[position / 64] >> (position % 64) & 15];
  }
}

}  // namespace macroscope
