#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotGatherCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "gather"); }

}  // namespace macroscope
