#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntegerSaturateCosim, LawAndRtlAgreeInSums) {
  ExpectStageAgrees(UnitKind::kIntAdd, "saturate");
}
TEST(IntegerSaturateCosim, LawAndRtlAgreeInProducts) {
  ExpectStageAgrees(UnitKind::kIntMul, "saturate");
}

}  // namespace macroscope
