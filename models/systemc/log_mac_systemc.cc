#include "models/log_mac/log_mac_laws.h"
#include "models/log_mac/log_mac_logs_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcLogMac(const sc_core::sc_module_name& name,
                                               const Unit& unit) {
  if (unit.design().accumulator.is_fixed) return Assemble<LogMacLaws>(name, unit);
  return Assemble<LogMacLogsLaws>(name, unit);
}

}  // namespace macroscope
