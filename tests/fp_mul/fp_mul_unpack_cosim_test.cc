#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpMulUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpMul, "unpack"); }

}  // namespace macroscope
