#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotAlignCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "align"); }

}  // namespace macroscope
