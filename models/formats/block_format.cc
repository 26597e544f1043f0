#include "models/formats/block_format.h"

#include <algorithm>
#include <stdexcept>

namespace macroscope {
namespace {

constexpr int kMaxSubExponentBits = 4;

[[noreturn]] void Fail(const BlockFormat& format, const std::string& why) {
  throw std::invalid_argument("block format '" + format.name + "': " + why);
}

void CheckScale(const BlockFormat& format) {
  const Format& scale = format.scale;
  if (format.scale_is_exponent) {
    if (!scale.is_integer() || scale.encoding != Encoding::kTwosComplement ||
        scale.point_bits != 0) {
      Fail(format,
           "scale '" + scale.name +
               "' is to be an exponent; an exponent is a two's complement integer, as int5");
    }
    return;
  }
  if (scale.is_integer() && scale.is_signed()) {
    Fail(format, "scale '" + scale.name +
                     "' has a sign; a scale is a floating format, an unsigned integer, or, with "
                     "scale_is: exponent, a two's complement exponent");
  }
}

void CheckSubBlocks(const BlockFormat& format) {
  const int size = format.sub_block_elements;
  if (size == 0 && format.sub_exponent_bits == 0) return;
  if (size < 1 || format.sub_exponent_bits < 1) {
    Fail(format, "sub_block_elements and sub_exponent_bits come together, each 1 or more");
  }
  if (format.sub_exponent_bits > kMaxSubExponentBits) {
    Fail(format, "sub_exponent_bits is " + std::to_string(format.sub_exponent_bits) +
                     "; it can be 1 to " + std::to_string(kMaxSubExponentBits));
  }
  if (format.block_elements % size != 0) {
    Fail(format, "sub-blocks of " + std::to_string(size) + " elements do not divide a block of " +
                     std::to_string(format.block_elements));
  }
  if (!format.scale_is_power_of_two()) {
    Fail(format, "microexponents need a scale that is a power of two, as e8m0, not '" +
                     format.scale.name + "'");
  }
  if (!format.element.is_integer()) {
    Fail(format, "microexponents divide integer elements, as smag5, not '" + format.element.name +
                     "', which has exponents of its own");
  }
}

}  // namespace

int BlockFormat::block_bits() const {
  const int elements = std::max(block_elements, 1);
  const int scale_bits = block_elements == 0 ? 0 : scale.width_bits();
  const int sub_bits = has_sub_blocks() ? elements / sub_block_elements * sub_exponent_bits : 0;
  return elements * element.width_bits() + scale_bits + sub_bits;
}

double BlockFormat::bits_per_element() const {
  return static_cast<double>(block_bits()) / std::max(block_elements, 1);
}

void Validate(const BlockFormat& format) {
  Validate(format.element);
  Validate(format.scale);
  const auto refuse = [&format](const Format& part, const char* right) {
    Fail(format, "'" + part.name + "' is of family " + FamilyText(part.family) + "; " + right);
  };
  if (format.element.is_alternative() && !format.element.is_codebook()) {
    refuse(format.element, "elements are integers, codebooks or of floating formats");
  }
  if (format.scale.is_alternative()) {
    refuse(format.scale, "scales are integers or of floating formats");
  }
  if (!format.element.is_signed()) {
    Fail(format, "element '" + format.element.name + "' has no sign; choose a signed format");
  }
  if (format.block_elements < 0 || format.block_elements == 1 ||
      format.block_elements > kMaxBlockElements) {
    Fail(format, "block_elements is " + std::to_string(format.block_elements) +
                     "; it can be 2 to " + std::to_string(kMaxBlockElements) +
                     ", or 0 for a tensor that is one block");
  }
  CheckScale(format);
  CheckSubBlocks(format);
}

}  // namespace macroscope
