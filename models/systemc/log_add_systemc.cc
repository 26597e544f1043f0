#include "models/log_add/log_add_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcLogAdd(const sc_core::sc_module_name& name,
                                               const Unit& unit) {
  return Assemble<LogAddLaws>(name, unit);
}

}  // namespace macroscope
