#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpAddAlignCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpAdd, "align"); }

}  // namespace macroscope
