#include "models/posit_quire_mac/posit_quire_mac_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcPositQuireMac(const sc_core::sc_module_name& name,
                                                      const Unit& unit) {
  return Assemble<PositQuireMacLaws>(name, unit);
}

}  // namespace macroscope
