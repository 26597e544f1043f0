#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotScaleCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "scale"); }

}  // namespace macroscope
