#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLinearCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_linear",
                    /*least_cases=*/5 * 256 + 4096 + 16 * 256 + 64);
}

}  // namespace macroscope
