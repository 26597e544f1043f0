#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotRoundCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "round"); }

}  // namespace macroscope
