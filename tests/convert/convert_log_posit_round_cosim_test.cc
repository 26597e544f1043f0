#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLogPositRoundCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_log_posit_round");
}

}  // namespace macroscope
