#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntegerMultiplyCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kIntMac, "multiply"); }

}  // namespace macroscope
