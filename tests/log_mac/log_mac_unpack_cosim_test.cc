// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogMacUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kLogMac, "unpack"); }

}  // namespace macroscope
