#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLookupCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_lookup", /*least_cases=*/16 + 256);
}

}  // namespace macroscope
