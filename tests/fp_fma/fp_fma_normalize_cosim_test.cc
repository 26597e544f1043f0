#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpFmaNormalizeCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "normalize"); }

}  // namespace macroscope
