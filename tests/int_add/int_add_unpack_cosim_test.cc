#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntAddUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kIntAdd, "unpack"); }

}  // namespace macroscope
