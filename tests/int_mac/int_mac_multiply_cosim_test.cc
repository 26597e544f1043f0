#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntMacMultiplyCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kIntMac, "multiply"); }

}  // namespace macroscope
