#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLinearCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_linear");
}

}  // namespace macroscope
