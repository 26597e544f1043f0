#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FixedAccumulateCosim, LawAndRtlAgreeInIntMac) {
  ExpectStageAgrees(UnitKind::kIntMac, "accumulate");
}
TEST(FixedAccumulateCosim, LawAndRtlAgreeInKulischMac) {
  ExpectStageAgrees(UnitKind::kKulischMac, "accumulate");
}

}  // namespace macroscope
