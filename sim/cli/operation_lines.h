// Operations as lines of hexadecimal numbers, TestFloat's format: `a b c`, or `a b c z [flags]`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/common/unit.h"
#include "sim/cli/line_reader.h"

namespace macroscope {

// Many operations, as engines take them.
struct OperationBlock {
  std::vector<std::uint64_t> a, b, c, z;
  std::vector<std::optional<std::uint8_t>> flags;  // Where the line has them.
  std::vector<std::uint64_t> line;                 // Their numbers.

  std::size_t size() const { return a.size(); }
  void Clear();
};

class OperationParser {
 public:
  OperationParser(const Unit& unit, bool with_result);

  // Reads the lines, of which blank ones and those that start with # are passed over, into `block`,
  // up to the first malformed one. Returns the complaint about that: "stdin:12: b: ...", or "".
  std::string Parse(const std::vector<Line>& lines, OperationBlock& block) const;

 private:
  void ParseLine(const Line& line, OperationBlock& block) const;

  int a_bits_, b_bits_, c_bits_;
  bool with_result_;
};

// Appends the low `width_bits` as hexadecimal digits, leading zeros and all.
void AppendHex(std::string& text, const std::uint64_t* limbs, int width_bits);

}  // namespace macroscope
