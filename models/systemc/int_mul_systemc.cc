#include <stdexcept>

#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcIntMul(const sc_core::sc_module_name&, const Unit&) {
  throw std::logic_error("int_mul is not there yet");
}

}  // namespace macroscope
