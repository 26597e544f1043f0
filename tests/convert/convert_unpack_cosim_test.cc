#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ConvertUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kConvert, "unpack"); }

}  // namespace macroscope
