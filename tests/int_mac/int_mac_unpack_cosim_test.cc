#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntMacUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kIntMac, "unpack"); }

}  // namespace macroscope
