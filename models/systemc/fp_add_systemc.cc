#include "models/fp_add/fp_add_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcFpAdd(const sc_core::sc_module_name& name,
                                              const Unit& unit) {
  return Assemble<FpAddLaws>(name, unit);
}

}  // namespace macroscope
