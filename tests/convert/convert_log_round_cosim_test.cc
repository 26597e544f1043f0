#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLogRoundCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_log_round");
}

}  // namespace macroscope
