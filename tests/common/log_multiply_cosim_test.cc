// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogMultiplyCosim, LawAndRtlAgreeInElmaMac) {
  ExpectStageAgrees(UnitKind::kElmaMac, "multiply");
}
TEST(LogMultiplyCosim, LawAndRtlAgreeInLogMac) { ExpectStageAgrees(UnitKind::kLogMac, "multiply"); }

}  // namespace macroscope
