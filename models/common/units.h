// One factory a unit; each stands in models/<unit>/<unit>_unit.cc.
#pragma once

#include <memory>

#include "models/common/unit.h"

namespace macroscope {

std::unique_ptr<Unit> MakeIntMac(const Design& design);
std::unique_ptr<Unit> MakeKulischMac(const Design& design);
std::unique_ptr<Unit> MakeFpFma(const Design& design);
std::unique_ptr<Unit> MakeFpAdd(const Design& design);
std::unique_ptr<Unit> MakeFpMul(const Design& design);
std::unique_ptr<Unit> MakeIntAdd(const Design& design);
std::unique_ptr<Unit> MakeIntMul(const Design& design);
std::unique_ptr<Unit> MakeConvert(const Design& design);
std::unique_ptr<Unit> MakeBlockDot(const Design& design);
std::unique_ptr<Unit> MakeBlockQuantize(const Design& design);
std::unique_ptr<Unit> MakePositMul(const Design& design);
std::unique_ptr<Unit> MakePositAdd(const Design& design);
std::unique_ptr<Unit> MakePositFma(const Design& design);
std::unique_ptr<Unit> MakePositQuireMac(const Design& design);
std::unique_ptr<Unit> MakePositQuireRound(const Design& design);
std::unique_ptr<Unit> MakeElmaMac(const Design& design);
std::unique_ptr<Unit> MakeLogAdd(const Design& design);
std::unique_ptr<Unit> MakeLogMac(const Design& design);
std::unique_ptr<Unit> MakeCodeSums(const Design& design);

}  // namespace macroscope
