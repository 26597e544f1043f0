#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertShiftCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kConvert, "shift"); }

}  // namespace macroscope
