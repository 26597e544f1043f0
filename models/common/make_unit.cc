// The one place that knows every unit.
#include <stdexcept>

#include "models/common/units.h"

namespace macroscope {

std::unique_ptr<Unit> MakeUnit(const Design& design) {
  switch (design.unit) {
    case UnitKind::kIntMac:
      return MakeIntMac(design);
    case UnitKind::kKulischMac:
      return MakeKulischMac(design);
    case UnitKind::kFpFma:
      return MakeFpFma(design);
    case UnitKind::kFpAdd:
      return MakeFpAdd(design);
    case UnitKind::kFpMul:
      return MakeFpMul(design);
    case UnitKind::kIntAdd:
      return MakeIntAdd(design);
    case UnitKind::kIntMul:
      return MakeIntMul(design);
    case UnitKind::kConvert:
      return MakeConvert(design);
    case UnitKind::kBlockDot:
      return MakeBlockDot(design);
    case UnitKind::kBlockQuantize:
      return MakeBlockQuantize(design);
    case UnitKind::kPositMul:
      return MakePositMul(design);
    case UnitKind::kPositAdd:
      return MakePositAdd(design);
    case UnitKind::kPositFma:
      return MakePositFma(design);
    case UnitKind::kPositQuireMac:
      return MakePositQuireMac(design);
    case UnitKind::kPositQuireRound:
      return MakePositQuireRound(design);
    case UnitKind::kElmaMac:
      return MakeElmaMac(design);
    case UnitKind::kLogAdd:
      return MakeLogAdd(design);
    case UnitKind::kLogMac:
      return MakeLogMac(design);
    case UnitKind::kCodeSums:
      return MakeCodeSums(design);
  }
  throw std::logic_error("unknown unit");
}

}  // namespace macroscope
