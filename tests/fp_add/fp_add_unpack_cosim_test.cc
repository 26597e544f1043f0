#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpAddUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpAdd, "unpack"); }

}  // namespace macroscope
