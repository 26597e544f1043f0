#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpMulNormalizeCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpMul, "normalize"); }

}  // namespace macroscope
