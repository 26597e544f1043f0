#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositSumCosim, LawAndRtlAgreeInPositAdd) { ExpectStageAgrees(UnitKind::kPositAdd, "add"); }
TEST(PositSumCosim, LawAndRtlAgreeInPositFma) { ExpectStageAgrees(UnitKind::kPositFma, "add"); }

}  // namespace macroscope
