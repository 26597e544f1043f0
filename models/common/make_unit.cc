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
  }
  throw std::logic_error("unknown unit");
}

}  // namespace macroscope
