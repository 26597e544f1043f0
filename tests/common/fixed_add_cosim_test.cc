#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FixedAddCosim, LawAndRtlAgreeInIntMac) { ExpectStageAgrees(UnitKind::kIntMac, "add"); }
TEST(FixedAddCosim, LawAndRtlAgreeInKulischMac) { ExpectStageAgrees(UnitKind::kKulischMac, "add"); }

}  // namespace macroscope
