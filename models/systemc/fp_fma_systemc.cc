#include "models/fp_fma/fp_fma_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcFpFma(const sc_core::sc_module_name& name,
                                              const Unit& unit) {
  return Assemble<FpFmaLaws>(name, unit);
}

}  // namespace macroscope
