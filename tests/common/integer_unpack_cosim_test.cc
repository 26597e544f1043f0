#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntegerUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kIntMac, "unpack"); }

}  // namespace macroscope
