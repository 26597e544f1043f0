#include "models/posit_add/posit_add_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcPositAdd(const sc_core::sc_module_name& name,
                                                 const Unit& unit) {
  return Assemble<PositAddLaws>(name, unit);
}

}  // namespace macroscope
