// Law against RTL.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(LogCotransformCosim, LawAndRtlAgreeInLogAdd) {
  ExpectStageAgrees(UnitKind::kLogAdd, "cotransform");
}
TEST(LogCotransformCosim, LawAndRtlAgreeInLogMac) {
  ExpectStageAgrees(UnitKind::kLogMac, "cotransform");
}

}  // namespace macroscope
