#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotLookupCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kBlockDot, "lookup"); }

}  // namespace macroscope
