// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogLookupCosim, LawAndRtlAgreeInLogAdd) { ExpectStageAgrees(UnitKind::kLogAdd, "lookup"); }
TEST(LogLookupCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "lookup"); }

}  // namespace macroscope
