#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotMultiplyCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "multiply"); }

}  // namespace macroscope
