// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogLinearCosim, LawAndRtlAgreeInElmaMac) { ExpectStageAgrees(UnitKind::kElmaMac, "linear"); }
TEST(LogLinearCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "linear"); }

}  // namespace macroscope
