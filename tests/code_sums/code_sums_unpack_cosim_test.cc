#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(CodeSumsUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kCodeSums, "unpack"); }

}  // namespace macroscope
