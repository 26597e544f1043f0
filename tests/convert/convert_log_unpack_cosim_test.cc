#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertLogUnpackCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kConvert, "convert_log_unpack");
}

}  // namespace macroscope
