#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertRoundCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kConvert, "round"); }

}  // namespace macroscope
