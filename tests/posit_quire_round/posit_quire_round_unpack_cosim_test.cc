#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositQuireRoundUnpackCosim, LawAndRtlAgreeInPositQuireRound) {
  ExpectStageAgrees(UnitKind::kPositQuireRound, "unpack");
}

}  // namespace macroscope
