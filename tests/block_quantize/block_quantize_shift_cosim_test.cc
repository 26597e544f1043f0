#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockQuantizeShiftCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockQuantize, "shift");
}

}  // namespace macroscope
