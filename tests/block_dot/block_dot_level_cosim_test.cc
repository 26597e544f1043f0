#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotLevelCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "level"); }

}  // namespace macroscope
