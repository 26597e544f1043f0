#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotAccumulateCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockDot, "accumulate");
}

}  // namespace macroscope
