#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(CodeSumsAddCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kCodeSums, "add"); }

}  // namespace macroscope
