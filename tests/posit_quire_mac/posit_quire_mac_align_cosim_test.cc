#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositQuireMacAlignCosim, LawAndRtlAgreeInPositQuireMac) {
  ExpectStageAgrees(UnitKind::kPositQuireMac, "align");
}

}  // namespace macroscope
