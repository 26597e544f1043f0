#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositMultiplyCosim, LawAndRtlAgreeInPositMul) {
  ExpectStageAgrees(UnitKind::kPositMul, "multiply");
}
TEST(PositMultiplyCosim, LawAndRtlAgreeInPositFma) {
  ExpectStageAgrees(UnitKind::kPositFma, "multiply");
}

}  // namespace macroscope
