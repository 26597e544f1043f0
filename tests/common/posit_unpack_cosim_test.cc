#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositUnpackCosim, LawAndRtlAgreeInPositMul) {
  ExpectStageAgrees(UnitKind::kPositMul, "unpack");
}
TEST(PositUnpackCosim, LawAndRtlAgreeInPositQuireMac) {
  ExpectStageAgrees(UnitKind::kPositQuireMac, "unpack");
}

}  // namespace macroscope
