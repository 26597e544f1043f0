// One number of binary32 in another format, by the laws of convert: what tables are made with.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>

#include "models/convert/convert_laws.h"

namespace macroscope {

class ConvertNumber {
 public:
  // `convert` says the target and how it is rounded; its source is not looked at.
  explicit ConvertNumber(Design convert) : laws_(FromBinary32(std::move(convert))) {}

  std::uint64_t operator()(float value) const {
    const auto code = std::bit_cast<std::uint32_t>(value);
    const auto result = laws_.round(laws_.shift(laws_.unpack({code, 0})), /*r=*/0);
    return static_cast<std::uint64_t>(result.z);
  }

 private:
  static Design FromBinary32(Design convert) {
    convert.unit = UnitKind::kConvert;
    convert.a = {.name = "fp32", .exponent_bits = 8, .fraction_bits = 23, .bias = 127};
    return convert;
  }

  ConvertLaws<Word128> laws_;
};

}  // namespace macroscope
