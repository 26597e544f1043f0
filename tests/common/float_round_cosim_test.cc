#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FloatRoundCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "round"); }

}  // namespace macroscope
