#include "sim/netlist/logic_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace macroscope {

class LogicParser {
 public:
  LogicParser(std::string_view text, LogicExpression& out) : text_(text), out_(out) {}

  void Parse() {
    Or();
    if (!AtEnd()) Fail(fmt::format("unexpected `{}`", text_[at_]));
  }

 private:
  using Operation = LogicExpression::Operation;

  [[noreturn]] void Fail(const std::string& what) const {
    throw std::invalid_argument(
        fmt::format("function \"{}\": {} at character {}; names, 0, 1, ! ' ^ & * + | and "
                    "parentheses are known",
                    text_, what, at_ + 1));
  }

  bool AtEnd() {
    while (at_ < text_.size() &&
           (std::isspace(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '\\')) {
      ++at_;
    }
    return at_ == text_.size();
  }
  bool Next(std::string_view characters) {
    return !AtEnd() && characters.find(text_[at_]) != std::string_view::npos;
  }
  bool Take(std::string_view characters) {
    if (!Next(characters)) return false;
    ++at_;
    return true;
  }
  void Emit(Operation operation) { out_.steps_.push_back({operation, 0}); }

  void Or() {
    And();
    while (Take("+|")) {
      And();
      Emit(Operation::kOr);
    }
  }

  void And() {
    Xor();
    // Two operands side by side are multiplied.
    while (Take("&*") || (!AtEnd() && !Next("+|)"))) {
      Xor();
      Emit(Operation::kAnd);
    }
  }

  void Xor() {
    Not();
    while (Take("^")) {
      Not();
      Emit(Operation::kXor);
    }
  }

  void Not() {
    bool inverted = false;
    while (Take("!")) inverted = !inverted;
    Operand();
    while (Take("'")) inverted = !inverted;
    if (inverted) Emit(Operation::kNot);
  }

  void Operand() {
    if (AtEnd()) Fail("an operand is missing");
    if (Take("(")) {
      // A file may hold anything; parentheses shall not end our stack.
      if (++depth_ > 200) Fail("parentheses nest too deeply");
      Or();
      --depth_;
      if (!Take(")")) Fail("`)` is missing");
      return;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 ||
            std::string_view("_[].$").find(text_[at_]) != std::string::npos)) {
      ++at_;
    }
    if (at_ == begin) Fail(fmt::format("unexpected `{}`", text_[at_]));
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (name == "0" || name == "1") {
      Emit(name == "0" ? Operation::kZero : Operation::kOne);
      return;
    }
    auto it = std::ranges::find(out_.inputs_, name);
    if (it == out_.inputs_.end()) it = out_.inputs_.insert(it, std::string(name));
    out_.steps_.push_back({Operation::kInput, static_cast<int>(it - out_.inputs_.begin())});
  }

  std::string_view text_;
  LogicExpression& out_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

LogicExpression::LogicExpression(std::string_view text) { LogicParser(text, *this).Parse(); }

std::uint64_t LogicExpression::Evaluate(std::span<const std::uint64_t> inputs) const {
  std::vector<std::uint64_t> stack;
  for (const Step& step : steps_) {
    switch (step.operation) {
      case Operation::kInput:
        stack.push_back(inputs[step.input]);
        continue;
      case Operation::kZero:
        stack.push_back(0);
        continue;
      case Operation::kOne:
        stack.push_back(~std::uint64_t{0});
        continue;
      case Operation::kNot:
        stack.back() = ~stack.back();
        continue;
      default:
        break;
    }
    const std::uint64_t right = stack.back();
    stack.pop_back();
    switch (step.operation) {
      case Operation::kAnd:
        stack.back() &= right;
        break;
      case Operation::kXor:
        stack.back() ^= right;
        break;
      default:
        stack.back() |= right;
        break;
    }
  }
  return stack.back();
}

}  // namespace macroscope
