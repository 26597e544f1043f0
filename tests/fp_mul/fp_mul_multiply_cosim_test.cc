#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpMulMultiplyCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpMul, "multiply"); }

}  // namespace macroscope
