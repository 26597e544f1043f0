// A Liberty `function`: ! ' (not), ^ (xor), & * or a space (and), | + (or), in falling precedence;
// parentheses; 0 and 1. Evaluated on 64 bits at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace macroscope {

class LogicExpression {
 public:
  enum class Operation : std::uint8_t { kInput, kZero, kOne, kNot, kAnd, kXor, kOr };
  struct Step {
    Operation operation;
    int input = 0;  // kInput: index into inputs().
  };

  // Throws std::invalid_argument saying what is wrong and what would be right.
  explicit LogicExpression(std::string_view text);

  // The names used, in the order of their first use.
  const std::vector<std::string>& inputs() const { return inputs_; }
  // In postfix order: each step takes its operands from a stack and puts its result there.
  const std::vector<Step>& steps() const { return steps_; }

  // One word an input, in the order of inputs().
  std::uint64_t Evaluate(std::span<const std::uint64_t> inputs) const;

 private:
  friend class LogicParser;
  std::vector<std::string> inputs_;
  std::vector<Step> steps_;
};

}  // namespace macroscope
