#include "models/elma_mac/elma_mac_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcElmaMac(const sc_core::sc_module_name& name,
                                                const Unit& unit) {
  return Assemble<ElmaMacLaws>(name, unit);
}

}  // namespace macroscope
