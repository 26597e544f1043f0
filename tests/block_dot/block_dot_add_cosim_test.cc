#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotAddCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "add"); }

}  // namespace macroscope
