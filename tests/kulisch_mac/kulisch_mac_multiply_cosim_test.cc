#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(KulischMacMultiplyCosim, LawAndRtlAgree) {
  ExpectStageAgrees(UnitKind::kKulischMac, "multiply");
}

}  // namespace macroscope
