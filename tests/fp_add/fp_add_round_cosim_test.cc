#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpAddRoundCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpAdd, "round"); }

}  // namespace macroscope
