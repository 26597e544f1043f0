// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogOrderCosim, LawAndRtlAgreeInLogAdd) { ExpectStageAgrees(UnitKind::kLogAdd, "order"); }
TEST(LogOrderCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "order"); }

}  // namespace macroscope
