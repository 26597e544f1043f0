#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLogarithmCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_logarithm");
}

}  // namespace macroscope
