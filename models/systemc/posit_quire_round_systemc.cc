#include "models/posit_quire_round/posit_quire_round_laws.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcPositQuireRound(const sc_core::sc_module_name& name,
                                                        const Unit& unit) {
  return Assemble<PositQuireRoundLaws>(name, unit);
}

}  // namespace macroscope
