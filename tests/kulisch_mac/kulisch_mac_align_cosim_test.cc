#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(KulischMacAlignCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kKulischMac, "align"); }

}  // namespace macroscope
