#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(PositNormalizeCosim, LawAndRtlAgreeInPositAdd) {
  ExpectStageAgrees(UnitKind::kPositAdd, "normalize");
}
TEST(PositNormalizeCosim, LawAndRtlAgreeInPositFma) {
  ExpectStageAgrees(UnitKind::kPositFma, "normalize");
}

}  // namespace macroscope
