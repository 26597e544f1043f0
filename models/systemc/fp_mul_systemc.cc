#include "models/fp_mul/fp_mul_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcFpMul(const sc_core::sc_module_name& name,
                                              const Unit& unit) {
  return Assemble<FpMulLaws>(name, unit);
}

}  // namespace macroscope
