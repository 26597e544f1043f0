#include "models/convert/convert_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcConvert(const sc_core::sc_module_name& name,
                                                const Unit& unit) {
  return Assemble<ConvertLaws>(name, unit);
}

}  // namespace macroscope
