#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpFmaAddCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "add"); }

}  // namespace macroscope
