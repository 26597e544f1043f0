// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogAlignCosim, LawAndRtlAgreeInElmaMac) { ExpectStageAgrees(UnitKind::kElmaMac, "align"); }
TEST(LogAlignCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "align"); }

}  // namespace macroscope
