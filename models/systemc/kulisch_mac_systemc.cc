#include "models/kulisch_mac/kulisch_mac_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcKulischMac(const sc_core::sc_module_name& name,
                                                   const Unit& unit) {
  return Assemble<KulischMacLaws>(name, unit);
}

}  // namespace macroscope
