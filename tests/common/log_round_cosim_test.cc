// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogRoundCosim, LawAndRtlAgreeInLogAdd) { ExpectStageAgrees(UnitKind::kLogAdd, "round"); }
TEST(LogRoundCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "round"); }

}  // namespace macroscope
