#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositMulNormalizeCosim, LawAndRtlAgreeInPositMul) {
  ExpectStageAgrees(UnitKind::kPositMul, "normalize");
}

}  // namespace macroscope
