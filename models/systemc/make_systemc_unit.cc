#include <stdexcept>

#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcUnit(const sc_core::sc_module_name& name,
                                             const Unit& unit) {
  switch (unit.design().unit) {
    case UnitKind::kIntMac:
      return MakeSystemcIntMac(name, unit);
    case UnitKind::kKulischMac:
      return MakeSystemcKulischMac(name, unit);
    case UnitKind::kFpFma:
      return MakeSystemcFpFma(name, unit);
    case UnitKind::kFpAdd:
      return MakeSystemcFpAdd(name, unit);
    case UnitKind::kFpMul:
      return MakeSystemcFpMul(name, unit);
    case UnitKind::kIntAdd:
      return MakeSystemcIntAdd(name, unit);
    case UnitKind::kIntMul:
      return MakeSystemcIntMul(name, unit);
    case UnitKind::kConvert:
      return MakeSystemcConvert(name, unit);
    case UnitKind::kBlockDot:
      return MakeSystemcBlockDot(name, unit);
    case UnitKind::kBlockQuantize:
      return MakeSystemcBlockQuantize(name, unit);
    case UnitKind::kPositMul:
      return MakeSystemcPositMul(name, unit);
    case UnitKind::kPositAdd:
      return MakeSystemcPositAdd(name, unit);
    case UnitKind::kPositFma:
      return MakeSystemcPositFma(name, unit);
    case UnitKind::kPositQuireMac:
      return MakeSystemcPositQuireMac(name, unit);
    case UnitKind::kPositQuireRound:
      return MakeSystemcPositQuireRound(name, unit);
    case UnitKind::kElmaMac:
      return MakeSystemcElmaMac(name, unit);
    case UnitKind::kLogAdd:
      return MakeSystemcLogAdd(name, unit);
    case UnitKind::kLogMac:
      return MakeSystemcLogMac(name, unit);
    case UnitKind::kCodeSums:
      return MakeSystemcCodeSums(name, unit);
  }
  throw std::logic_error("unknown unit");
}

}  // namespace macroscope
