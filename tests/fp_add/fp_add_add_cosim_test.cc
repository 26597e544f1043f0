#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpAddAddCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpAdd, "add"); }

}  // namespace macroscope
