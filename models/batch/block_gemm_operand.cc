#include "models/batch/block_gemm_operand.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/batch/block_gemm.h"
#include "models/formats/decode.h"

namespace macroscope {
namespace {

double ValueOf(const Decoded& number) {
  double value = 0;
  if (number.number_class == NumberClass::kNan) {
    value = std::numeric_limits<double>::quiet_NaN();
  } else if (number.number_class == NumberClass::kInfinity) {
    value = std::numeric_limits<double>::infinity();
  } else {
    value = std::ldexp(static_cast<double>(number.significand), number.exponent);
  }
  return number.negative ? -value : value;
}

}  // namespace

GemmOperand::GemmOperand(const LaneOperand& operand)
    : operand_(operand),
      block_elements_(static_cast<std::size_t>(operand.block.block_elements)),
      mask_(operand.block.element.code_mask()) {
  const Format& element = operand.block.element;
  for (std::uint64_t code = 0; code <= mask_; ++code) {
    const Decoded number = Decode(element, code);
    elements_.push_back(ValueOf(number));
    // Zeros belong to any part; a subnormal's exponent is the least one's.
    const int above = number.exponent - element.min_quantum_exponent();
    binades_.push_back(!number.is_finite() ? -1 : number.significand == 0 ? 0 : above);
  }
}

std::size_t GemmOperand::scales(std::size_t length) const {
  if (!operand_.is_block()) return 0;
  return has_tensor_blocks() ? 1 : (length + block_elements_ - 1) / block_elements_;
}

std::size_t GemmOperand::microexponents(std::size_t length) const {
  if (!operand_.is_block() || !operand_.block.has_sub_blocks()) return 0;
  const auto size = static_cast<std::size_t>(operand_.block.sub_block_elements);
  return (length + size - 1) / size;
}

double GemmOperand::ScaleOf(std::uint32_t code) const {
  const Format& scale = operand_.block.scale;
  Decoded number = Decode(scale, code);
  if (operand_.block.scale_is_exponent) {
    const int exponent = static_cast<int>(number.significand);
    return std::ldexp(1.0, number.negative ? -exponent : exponent);
  }
  number.negative = false;
  return ValueOf(number);
}

void GemmOperand::DecodeLine(const BlockMatrix& matrix, std::size_t line,
                             std::span<double> values) const {
  const std::size_t length = matrix.length;
  const auto codes = matrix.elements.subspan(line * length, length);
  std::ranges::transform(codes, values.begin(),
                         [&](std::uint16_t code) { return elements_[code & mask_]; });
  if (!operand_.is_block()) return;
  const std::size_t count = scales(length);
  const std::size_t size = has_tensor_blocks() ? length : block_elements_;
  const auto line_scales = matrix.scales.subspan(has_tensor_blocks() ? 0 : line * count, count);
  for (std::size_t k = 0; k < length; k += size) {
    const double scale = ScaleOf(line_scales[k / size]);
    for (double& value : values.subspan(k, std::min(size, length - k))) value *= scale;
  }
  if (const std::size_t micros = microexponents(length); micros > 0) {
    const auto sub_block = static_cast<std::size_t>(operand_.block.sub_block_elements);
    const auto line_micros = matrix.microexponents.subspan(line * micros, micros);
    for (std::size_t k = 0; k < length; ++k) {
      const int below = line_micros[k / sub_block] & ((1 << operand_.block.sub_exponent_bits) - 1);
      values[k] *= std::ldexp(1.0, -below);
    }
  }
}

std::vector<double> GemmOperand::Lines(const BlockMatrix& matrix, const BlockGemmPlan& plan) const {
  const std::size_t length = matrix.length, part_size = matrix.lines * length;
  std::vector<double> parts(static_cast<std::size_t>(plan.parts) * part_size);
  std::vector<double> values(length);
  for (std::size_t line = 0; line < matrix.lines; ++line) {
    DecodeLine(matrix, line, values);
    for (std::size_t k = 0; k < length; ++k) {
      const double value = plan.negates ? -values[k] : values[k];
      const int binade = binades_[matrix.elements[line * length + k] & mask_];
      // Of a NaN or an infinity every part.
      const bool everywhere = binade < 0 || !std::isfinite(value);
      for (int part = 0; part < plan.parts; ++part) {
        const bool here = everywhere || binade / plan.part_binades == part;
        parts[static_cast<std::size_t>(part) * part_size + line * length + k] =
            here ? value : std::copysign(0.0, value);
      }
    }
  }
  return parts;
}

std::vector<double> GemmOperand::Columns(const BlockMatrix& matrix) const {
  const std::size_t length = matrix.length;
  const std::size_t tiles = (matrix.lines + kGemmColumns - 1) / kGemmColumns;
  std::vector<double> columns(tiles * length * kGemmColumns), values(length);
  for (std::size_t line = 0; line < matrix.lines; ++line) {
    DecodeLine(matrix, line, values);
    double* to = &columns[line / kGemmColumns * length * kGemmColumns + line % kGemmColumns];
    for (std::size_t k = 0; k < length; ++k) to[k * kGemmColumns] = values[k];
  }
  return columns;
}

std::vector<std::uint8_t> SpecialsOf(std::span<const double> columns, int lanes) {
  const std::size_t size = static_cast<std::size_t>(lanes) * kGemmColumns;
  std::vector<std::uint8_t> specials;
  for (; !columns.empty(); columns = columns.subspan(size)) {
    specials.push_back(!std::ranges::all_of(columns.first(size),
                                            [](double value) { return std::isfinite(value); }));
  }
  return specials;
}

}  // namespace macroscope
