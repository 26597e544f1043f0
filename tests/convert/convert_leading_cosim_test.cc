#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLeadingCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_leading");
}

}  // namespace macroscope
