// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(ElmaMacUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kElmaMac, "unpack"); }

}  // namespace macroscope
