#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntAddAddCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kIntAdd, "add"); }

}  // namespace macroscope
