#include "models/int_mac/int_mac_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcIntMac(const sc_core::sc_module_name& name,
                                               const Unit& unit) {
  return Assemble<IntMacLaws>(name, unit);
}

}  // namespace macroscope
