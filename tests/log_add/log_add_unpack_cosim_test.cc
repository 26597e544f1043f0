// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogAddUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kLogAdd, "unpack"); }

}  // namespace macroscope
