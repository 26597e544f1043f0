#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositQuireRoundNormalizeCosim, LawAndRtlAgreeInPositQuireRound) {
  ExpectStageAgrees(UnitKind::kPositQuireRound, "normalize");
}

}  // namespace macroscope
