// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ElmaMacReadCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kElmaMac, "read"); }

}  // namespace macroscope
