#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpMulRoundCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpMul, "round"); }

}  // namespace macroscope
