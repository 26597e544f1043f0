#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockDotNormalizeCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockDot, "normalize");
}

}  // namespace macroscope
