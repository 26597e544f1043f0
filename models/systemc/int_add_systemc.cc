#include "models/int_add/int_add_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcIntAdd(const sc_core::sc_module_name& name,
                                               const Unit& unit) {
  return Assemble<IntAddLaws>(name, unit);
}

}  // namespace macroscope
