#include "models/formats/class_of.h"

#include "models/formats/double_base_number.h"
#include "models/formats/log_number.h"

namespace macroscope {

NumberClass ClassOf(const Format& format, std::uint64_t code) {
  if (format.holds_logarithms()) return DecodeLog(format, code).number_class;
  if (format.is_double_base()) return DecodeDoubleBase(format, code).number_class;
  return Decode(format, code).number_class;
}

}  // namespace macroscope
