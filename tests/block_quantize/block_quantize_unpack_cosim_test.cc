#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(BlockQuantizeUnpackCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kBlockQuantize, "unpack");
}

}  // namespace macroscope
