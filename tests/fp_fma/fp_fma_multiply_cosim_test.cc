#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpFmaMultiplyCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "multiply"); }

}  // namespace macroscope
