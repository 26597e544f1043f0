#include "models/code_sums/code_sums_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcCodeSums(const sc_core::sc_module_name& name,
                                                 const Unit& unit) {
  return Assemble<CodeSumsLaws>(name, unit);
}

}  // namespace macroscope
