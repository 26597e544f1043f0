#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockQuantizeRoundCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockQuantize, "round");
}

}  // namespace macroscope
