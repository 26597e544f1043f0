#include "models/posit_mul/posit_mul_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcPositMul(const sc_core::sc_module_name& name,
                                                 const Unit& unit) {
  return Assemble<PositMulLaws>(name, unit);
}

}  // namespace macroscope
