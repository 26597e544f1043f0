// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogMacOrderCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kLogMac, "order"); }

}  // namespace macroscope
