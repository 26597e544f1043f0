#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockQuantizeLargestCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockQuantize, "largest");
}

}  // namespace macroscope
