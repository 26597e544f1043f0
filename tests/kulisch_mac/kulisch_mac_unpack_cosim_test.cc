#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(KulischMacUnpackCosim, LawAndRtlAgree) { ExpectStageAgrees(UnitKind::kKulischMac, "unpack"); }

}  // namespace macroscope
