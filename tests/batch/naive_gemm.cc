#include "tests/batch/naive_gemm.h"

#include <algorithm>

#include "tests/batch/naive_sum.h"

namespace macroscope {
namespace {

// An element with what scales it: (-1)^negative * significand * 2^exponent, or no number.
struct Scaled {
  Decoded element;
  std::uint64_t significand = 0;
  int exponent = 0;
  bool nan = false, zero = false;
};

std::size_t BlocksOf(const LaneOperand& operand, std::size_t length) {
  const auto size = static_cast<std::size_t>(operand.block.block_elements);
  return size == 0 ? 1 : (length + size - 1) / size;
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

Scaled At(const LaneOperand& operand, const CodeMatrix& m, std::size_t line, std::size_t k) {
  Scaled out;
  out.element = Decode(operand.block.element, m.elements[line * m.length + k]);
  out.nan = out.element.number_class == NumberClass::kNan;
  out.zero = out.element.number_class == NumberClass::kZero;
  out.significand = out.element.significand;
  out.exponent = out.element.exponent;
  if (!operand.is_block()) return out;
  const Decoded scale = Decode(operand.block.scale, m.scales[ScaleIndex(operand, m, line, k)]);
  if (scale.number_class == NumberClass::kNan) {
    out.nan = true;
  } else if (operand.block.scale_is_exponent) {
    const int exponent = static_cast<int>(scale.significand);
    out.exponent += scale.negative ? -exponent : exponent;
  } else {
    out.zero |= scale.significand == 0;
    out.significand *= scale.significand;
    out.exponent += scale.exponent;
  }
  if (operand.block.has_sub_blocks()) {
    out.exponent -= m.microexponents[MicroIndex(operand, m, line, k)];
  }
  return out;
}

bool IsInfinite(const Scaled& x) { return x.element.number_class == NumberClass::kInfinity; }

std::vector<Scaled> All(const LaneOperand& operand, const CodeMatrix& m) {
  std::vector<Scaled> all;
  for (std::size_t line = 0; line < m.lines; ++line) {
    for (std::size_t k = 0; k < m.length; ++k) all.push_back(At(operand, m, line, k));
  }
  return all;
}

void AddProduct(const Scaled& a, const Scaled& b, NaiveSum& sum) {
  const bool negative = a.element.negative != b.element.negative;
  const bool infinite = IsInfinite(a) || IsInfinite(b);
  if (a.nan || b.nan || (infinite && (a.zero || b.zero))) {
    sum.AddNan();
  } else if (infinite) {
    sum.AddInfinity(negative);
  } else {
    // 53 and 53 bits at most.
    sum.Add(negative, static_cast<unsigned __int128>(a.significand) * b.significand,
            a.exponent + b.exponent);
  }
}

std::uint64_t FloatingOperation(const Design& design, const Scaled* a, const Scaled* b,
                                std::uint64_t c) {
  const Format& z = design.accumulator.format;
  NaiveSum sum;
  for (int i = 0; i < design.dot.lanes; ++i) AddProduct(a[i], b[i], sum);
  if (design.dot.join == Join::kJoined) {
    sum.Add(Decode(z, c));
    return sum.Round(design);
  }
  NaiveSum both;
  both.Add(Decode(z, sum.Round(design)));
  both.Add(Decode(z, c));
  return both.Round(design);
}

std::uint64_t FixedOperation(const Design& design, const Scaled* a, const Scaled* b,
                             std::uint64_t c) {
  const int width = design.accumulator.width_bits;
  const int least = ExactDot(design).least_exponent;
  __int128 sum = static_cast<std::int64_t>(c << (64 - width)) >> (64 - width);
  for (int i = 0; i < design.dot.lanes; ++i) {
    const __int128 product = static_cast<__int128>(a[i].significand) * b[i].significand *
                             (static_cast<__int128>(1) << (a[i].exponent + b[i].exponent - least));
    sum += a[i].element.negative != b[i].element.negative ? -product : product;
  }
  const __int128 largest = (static_cast<__int128>(1) << (width - 1)) - 1;
  if (design.overflow == Overflow::kSaturate) sum = std::clamp(sum, -largest - 1, largest);
  return static_cast<std::uint64_t>(sum) & ~std::uint64_t{0} >> (64 - width);
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

std::vector<std::uint64_t> NaiveGemm(const Design& design, const CodeMatrix& a,
                                     const CodeMatrix& b) {
  const std::vector<Scaled> rows = All(design.dot.a, a), columns = All(design.dot.b, b);
  std::vector<std::uint64_t> z;
  for (std::size_t row = 0; row < a.lines; ++row) {
    for (std::size_t column = 0; column < b.lines; ++column) {
      std::uint64_t c = 0;
      for (std::size_t k = 0; k < a.length; k += static_cast<std::size_t>(design.dot.lanes)) {
        c = (design.accumulator.is_fixed ? FixedOperation : FloatingOperation)(
            design, &rows[row * a.length + k], &columns[column * b.length + k], c);
      }
      z.push_back(c);
    }
  }
  return z;
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
