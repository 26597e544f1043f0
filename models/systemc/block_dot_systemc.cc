#include "models/block_dot/block_dot_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcBlockDot(const sc_core::sc_module_name& name,
                                                 const Unit& unit) {
  return Assemble<BlockDotLaws>(name, unit);
}

}  // namespace macroscope
