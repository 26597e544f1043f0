#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertOrderCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kConvert, "convert_order"); }

}  // namespace macroscope
