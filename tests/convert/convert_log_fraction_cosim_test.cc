#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLogFractionCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_log_fraction");
}

}  // namespace macroscope
