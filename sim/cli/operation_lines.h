// Operations as lines of hexadecimal numbers, TestFloat's format: the operands that the design has,
// `a b c r`, and if they are wanted results: `a b c r z [flags]`.
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
struct OperationLines {
  std::vector<std::uint64_t> a, b, c, r, z;
  std::vector<std::optional<std::uint8_t>> flags;  // Where the line has them.
  std::vector<std::uint64_t> line;                 // Their numbers.

  std::size_t size() const { return line.size(); }
  Operands operands() const { return {size(), a, b, c, r}; }
  void Clear();
};

class OperationParser {
 public:
  // With `mode`, the lines leave the rounding operand out: it is that mode for all of them. `unit`
  // must outlive this.
  OperationParser(const Unit& unit, bool with_result, std::optional<Rounding> mode);

  // Reads the lines, of which blank ones and those that start with # are passed over, into `block`,
  // up to the first malformed one. Returns the complaint about that: "stdin:12: b: ...", or "".
  std::string Parse(const std::vector<Line>& lines, OperationLines& block) const;

 private:
  void ParseLine(const Line& line, OperationLines& block) const;

  const Unit& unit_;
  bool with_result_;
  std::optional<Rounding> mode_;
  std::string expected_;  // "a b c z [flags]"
};

// Appends "a b c r", of them what the design has and the lines are to show.
void AppendOperands(std::string& text, const Unit& unit, const OperationLines& block,
                    std::size_t i);

// Appends the low `width_bits` as hexadecimal digits, leading zeros and all.
void AppendHex(std::string& text, const std::uint64_t* limbs, int width_bits);

}  // namespace macroscope
