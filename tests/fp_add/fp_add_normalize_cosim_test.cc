#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpAddNormalizeCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpAdd, "normalize"); }

}  // namespace macroscope
