// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogRefineCosim, LawAndRtlAgreeInLogAdd) { ExpectStageAgrees(UnitKind::kLogAdd, "refine"); }
TEST(LogRefineCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "refine"); }

}  // namespace macroscope
