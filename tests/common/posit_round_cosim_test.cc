#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositRoundCosim, LawAndRtlAgreeInPositMul) { ExpectStageAgrees(UnitKind::kPositMul, "round"); }
TEST(PositRoundCosim, LawAndRtlAgreeInPositAdd) { ExpectStageAgrees(UnitKind::kPositAdd, "round"); }
TEST(PositRoundCosim, LawAndRtlAgreeInPositFma) { ExpectStageAgrees(UnitKind::kPositFma, "round"); }
TEST(PositRoundCosim, LawAndRtlAgreeInPositQuireRound) {
  ExpectStageAgrees(UnitKind::kPositQuireRound, "round");
}

}  // namespace macroscope
