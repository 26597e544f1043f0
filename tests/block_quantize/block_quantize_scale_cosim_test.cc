#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockQuantizeScaleCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockQuantize, "scale");
}

}  // namespace macroscope
