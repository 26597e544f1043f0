#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotReduceCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "reduce"); }

}  // namespace macroscope
