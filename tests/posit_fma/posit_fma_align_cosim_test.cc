#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositFmaAlignCosim, LawAndRtlAgreeInPositFma) {
  ExpectStageAgrees(UnitKind::kPositFma, "align");
}

}  // namespace macroscope
