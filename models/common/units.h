// One factory a unit; each stands in models/<unit>/<unit>_unit.cc.
#pragma once

#include <memory>

#include "models/common/unit.h"

namespace macroscope {

std::unique_ptr<Unit> MakeIntMac(const Design& design);
std::unique_ptr<Unit> MakeKulischMac(const Design& design);
std::unique_ptr<Unit> MakeFpFma(const Design& design);

}  // namespace macroscope
