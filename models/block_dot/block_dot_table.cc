#include "models/block_dot/block_dot_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <set>

#include "models/convert/convert_number.h"

namespace macroscope {
namespace {

// Of a code: its sign, and its magnitude as binary32, whose bits are its code in that format too.
struct Entry {
  bool negative = false;
  float magnitude = 0;
};

std::vector<Entry> Entries(const Codebook& codebook) {
  std::vector<Entry> entries;
  for (const float value : codebook.values) entries.push_back({value < 0, std::fabs(value)});
  if (!codebook.has_sign) return entries;
  for (const float value : codebook.values) entries.push_back({value > 0, value});
  return entries;
}

ConvertNumber RounderTo(const Format& values) {
  Design convert;
  convert.accumulator.format = values;
  convert.overflow = Overflow::kSaturate;
  return ConvertNumber(convert);
}

// magnitude * greatest_code / greatest, to the nearest integer, ties to even: long division of the
// significands, which have 24 bits.
std::uint64_t Scaled(float magnitude, float greatest, std::uint64_t greatest_code) {
  // Beyond this the quotient is far below a half.
  constexpr int kMostDistance = 64;
  int exponent = 0, greatest_exponent = 0;
  const auto significand = [](float x, int& e) {
    return static_cast<std::uint32_t>(std::ldexp(std::frexp(x, &e), kCodebookSignificandBits));
  };
  Word128 dividend = Word128(significand(magnitude, exponent)) * greatest_code;
  Word128 divisor = significand(greatest, greatest_exponent);
  const int distance = greatest_exponent - exponent;
  if (distance > kMostDistance) return 0;
  divisor <<= distance;
  const Word128 quotient = dividend / divisor, twice = 2 * (dividend % divisor);
  const bool up = twice > divisor || (twice == divisor && (quotient & 1) != 0);
  return static_cast<std::uint64_t>(quotient) + (up ? 1 : 0);
}

std::uint64_t Negated(std::uint64_t code, const Format& values) {
  if (code == 0) return 0;
  const bool twos_complement = values.is_integer() && values.encoding == Encoding::kTwosComplement;
  return twos_complement ? (0 - code) & values.code_mask() : code | values.sign_mask();
}

std::string Plural(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string Fact(const Format& codebook, const Format& values, int lanes) {
  const LookupTable table = ValuesTable(codebook, values);
  std::string text = codebook.name + " as " + values.name + ": " + SizeText(table);
  if (lanes > 1) text += " in each of " + std::to_string(lanes) + " lanes";
  std::size_t zeros = 0, index = 0;
  for (const Entry& entry : Entries(codebook.codebook)) {
    if (table.entries[index++] == 0 && entry.magnitude != 0) ++zeros;
  }
  if (zeros > 0) text += "; " + Plural(zeros, "value") + " rounded to 0";
  // A sign bit gives zero two codes by itself.
  const std::set<std::uint32_t> distinct(table.entries.begin(), table.entries.end());
  std::set<float> meant;
  for (const Entry& entry : Entries(codebook.codebook)) {
    meant.insert(entry.negative ? -entry.magnitude : entry.magnitude);
  }
  if (distinct.size() < meant.size()) {
    text += "; of " + Plural(meant.size(), "value") + " " + std::to_string(distinct.size()) +
            " remain distinct";
  }
  return text;
}

}  // namespace

LookupTable ValuesTable(const Format& codebook, const Format& values) {
  const std::vector<Entry> entries = Entries(codebook.codebook);
  const float greatest = std::ranges::max(entries, {}, &Entry::magnitude).magnitude;
  LookupTable table{
      .index_bits = codebook.width_bits(), .entry_bits = values.width_bits(), .entries = {}};
  std::optional<ConvertNumber> rounder;
  if (!values.is_integer()) rounder = RounderTo(values);
  for (const Entry& entry : entries) {
    std::uint64_t code = 0;
    if (entry.magnitude != 0) {
      code = rounder ? (*rounder)(entry.magnitude)
                     : Scaled(entry.magnitude, greatest, values.max_finite());
    }
    table.entries.push_back(
        static_cast<std::uint32_t>(entry.negative ? Negated(code, values) : code));
  }
  return table;
}

std::vector<std::pair<std::string, std::string>> TableFacts(const Design& design) {
  std::vector<std::pair<std::string, std::string>> facts;
  const DotProduct& dot = design.dot;
  if (dot.a.is_looked_up()) {
    facts.emplace_back("table of a", Fact(dot.a.block.element, design.a, dot.lanes));
  }
  if (dot.b.is_looked_up()) {
    facts.emplace_back("table of b", Fact(dot.b.block.element, design.b, dot.lanes));
  }
  return facts;
}

}  // namespace macroscope
