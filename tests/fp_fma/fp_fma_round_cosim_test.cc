#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpFmaRoundCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "round"); }

}  // namespace macroscope
