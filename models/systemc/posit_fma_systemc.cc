#include "models/posit_fma/posit_fma_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcPositFma(const sc_core::sc_module_name& name,
                                                 const Unit& unit) {
  return Assemble<PositFmaLaws>(name, unit);
}

}  // namespace macroscope
