#include "models/int_mul/int_mul_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcIntMul(const sc_core::sc_module_name& name,
                                               const Unit& unit) {
  return Assemble<IntMulLaws>(name, unit);
}

}  // namespace macroscope
