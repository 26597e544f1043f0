#include "tests/batch/code_matrix.h"

#include <algorithm>

#include "models/formats/catalogue.h"
#include "models/formats/decode.h"

namespace macroscope {
namespace {

std::size_t BlocksOf(const LaneOperand& operand, std::size_t length) {
  const auto size = static_cast<std::size_t>(operand.block.block_elements);
  return size == 0 ? 1 : (length + size - 1) / size;
}

// Draws elements block by block, and scales.
class Drawing {
 public:
  Drawing(const LaneOperand& operand, Draw draw, std::mt19937_64& bits)
      : operand_(operand), draw_(draw), bits_(bits) {}

  void FillBlock(std::uint16_t* codes, std::size_t count) {
    const Format& f = operand_.block.element;
    const std::uint64_t style = Below(8);
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t code = Finite();
      const std::uint64_t sign = Below(2) == 0 ? 0 : f.sign_mask();
      if (style == 0) code = Zero(sign);
      if (style == 1) code = (Below(2) == 0 ? f.max_finite() : f.min_finite());
      if (style == 2 && f.is_floating()) {
        code = Below(std::uint64_t{1} << f.fraction_bits) | (code & f.sign_mask());
      }
      if (style == 3) code = Zero(f.is_floating() ? sign : 0);
      codes[i] = static_cast<std::uint16_t>(IsFinite(code) ? code : 0);
    }
    if (style == 4 && f.is_floating()) FillNearTie(codes, count);
    if (style == 5 && f.is_floating()) std::fill_n(codes, count, PowerOfTwo());
    if (style == 3) codes[Below(count)] = static_cast<std::uint16_t>(Finite());
    if (draw_ == Draw::kSpecials && Below(60) == 0) {
      codes[Below(count)] = static_cast<std::uint16_t>(bits_() & f.code_mask());
      if (Below(2) == 0 && f.has_infinity()) {
        codes[Below(count)] = static_cast<std::uint16_t>(f.infinity(Below(2) == 0));
      }
    }
  }

  std::uint32_t Scale() {
    const Format& f = operand_.block.scale;
    if (draw_ == Draw::kSpecials && f.has_nan() && Below(100) == 0) {
      return static_cast<std::uint32_t>(f.canonical_nan());
    }
    const std::uint64_t top = f.max_finite(), middle = top / 2;
    for (;;) {
      std::uint64_t code = bits_() & f.code_mask();
      if (draw_ == Draw::kFar) code = Below(2) == 0 ? Below(12) : top - std::min(top, Below(12));
      if (draw_ == Draw::kNear || draw_ == Draw::kSpecials) {
        code = middle + Below(std::min<std::uint64_t>(24, top / 2));
        if (Below(40) == 0) code = 0;
      }
      const Decoded number = Decode(f, code);
      if (number.number_class != NumberClass::kNan) return static_cast<std::uint32_t>(code);
    }
  }

  std::uint16_t Microexponent() {
    return static_cast<std::uint16_t>(Below(std::uint64_t{1} << operand_.block.sub_exponent_bits));
  }

 private:
  std::uint64_t Below(std::uint64_t end) { return bits_() % end; }
  bool IsFinite(std::uint64_t code) const {
    return Decode(operand_.block.element, code).is_finite();
  }
  std::uint64_t Zero(std::uint64_t sign) const {
    return operand_.block.element.encoding == Encoding::kTwosComplement &&
                   operand_.block.element.is_integer()
               ? 0
               : sign;
  }
  // A power of two and the least number: far below an accumulator, half of its last place and a
  // bit.
  void FillNearTie(std::uint16_t* codes, std::size_t count) {
    std::fill_n(codes, count, std::uint16_t{0});
    const std::uint64_t sign = Below(2) == 0 ? 0 : operand_.block.element.sign_mask();
    codes[count - 1] = static_cast<std::uint16_t>(sign | 1);
    codes[0] = PowerOfTwo();
  }
  std::uint16_t PowerOfTwo() {
    const Format& f = operand_.block.element;
    const std::uint64_t fields = f.max_finite() >> f.fraction_bits;
    const std::uint64_t sign = Below(2) == 0 ? 0 : f.sign_mask();
    return static_cast<std::uint16_t>(sign | (1 + Below(fields)) << f.fraction_bits);
  }
  std::uint64_t Finite() {
    for (;;) {
      const std::uint64_t code = bits_() & operand_.block.element.code_mask();
      if (IsFinite(code)) return code;
    }
  }

  const LaneOperand& operand_;
  Draw draw_;
  std::mt19937_64& bits_;
};

}  // namespace

Design DotDesign(const DotRow& row, int lanes, const char* join) {
  DesignText text;
  text.unit = "block_dot";
  text.operands = row.operands;
  text.accumulator = row.accumulator;
  text.rounding = row.rounding;
  text.overflow = row.overflow;
  text.lanes = lanes == 0 ? "" : std::to_string(lanes);
  text.join = join;
  text.form = "mac";
  return ParseDesign(text, Catalogue());
}

std::size_t ScaleIndex(const LaneOperand& operand, const CodeMatrix& m, std::size_t line,
                       std::size_t k) {
  const auto size = static_cast<std::size_t>(operand.block.block_elements);
  return size == 0 ? 0 : line * BlocksOf(operand, m.length) + k / size;
}

std::size_t MicroIndex(const LaneOperand& operand, const CodeMatrix& m, std::size_t line,
                       std::size_t k) {
  const auto size = static_cast<std::size_t>(operand.block.sub_block_elements);
  return line * ((m.length + size - 1) / size) + k / size;
}

CodeMatrix DrawMatrix(const LaneOperand& operand, std::size_t lines, std::size_t length, Draw draw,
                      std::mt19937_64& bits) {
  CodeMatrix m{.lines = lines, .length = length};
  Drawing drawing(operand, draw, bits);
  constexpr std::size_t kStyled = 16;  // Elements of one style.
  m.elements.resize(lines * length);
  for (std::size_t i = 0; i < m.elements.size(); i += kStyled) {
    drawing.FillBlock(&m.elements[i], std::min(kStyled, m.elements.size() - i));
  }
  if (!operand.is_block()) return m;
  const bool is_tensor = operand.block.block_elements == 0;
  m.scales.resize(is_tensor ? 1 : lines * BlocksOf(operand, length));
  for (std::uint32_t& scale : m.scales) scale = drawing.Scale();
  if (operand.block.has_sub_blocks()) {
    m.microexponents.resize(MicroIndex(operand, m, lines, 0));
    for (std::uint16_t& micro : m.microexponents) micro = drawing.Microexponent();
  }
  return m;
}

Bits OperandWord(const LaneOperand& operand, const CodeMatrix& m, std::size_t line,
                 std::size_t first) {
  Bits word;
  const Format& element = operand.block.element;
  for (int i = 0; i < operand.lanes; ++i) {
    word.Insert(operand.element_position(i), element.width_bits(),
                m.elements[line * m.length + first + static_cast<std::size_t>(i)]);
  }
  for (int i = 0; i < operand.microexponents(); ++i) {
    const auto k = first + static_cast<std::size_t>(i * operand.micro_lanes());
    word.Insert(operand.micro_position(i), operand.micro_bits(),
                m.microexponents[MicroIndex(operand, m, line, k)]);
  }
  for (int i = 0; i < operand.scales(); ++i) {
    const auto k = first + static_cast<std::size_t>(i * operand.scaled_lanes());
    word.Insert(operand.scale_position(i), operand.scale_bits(),
                m.scales[ScaleIndex(operand, m, line, k)]);
  }
  return word;
}

}  // namespace macroscope
