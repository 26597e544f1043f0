#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(FpFmaUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kFpFma, "unpack"); }

}  // namespace macroscope
