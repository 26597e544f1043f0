#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "unpack"); }

}  // namespace macroscope
