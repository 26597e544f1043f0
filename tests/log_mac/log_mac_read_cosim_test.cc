// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogMacReadCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kLogMac, "read"); }

}  // namespace macroscope
