#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositAddAlignCosim, LawAndRtlAgreeInPositAdd) {
  ExpectStageAgrees(UnitKind::kPositAdd, "align");
}

}  // namespace macroscope
