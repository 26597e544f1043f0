#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotTreeCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "tree"); }

}  // namespace macroscope
