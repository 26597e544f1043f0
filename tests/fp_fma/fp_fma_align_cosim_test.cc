#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpFmaAlignCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "align"); }

}  // namespace macroscope
