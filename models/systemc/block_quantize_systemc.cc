#include "models/block_quantize/block_quantize_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcBlockQuantize(const sc_core::sc_module_name& name,
                                                      const Unit& unit) {
  return std::make_unique<Assembly<BlockQuantizeLaws>>(name, unit);
}

}  // namespace macroscope
