#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertSearchCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_search");
}

}  // namespace macroscope
