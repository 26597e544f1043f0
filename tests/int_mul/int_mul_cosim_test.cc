// The stages that int_mul shares with int_mac, in its own designs: the product's low bits alone
// too.
#include <gtest/gtest.h>

#include "tests/common/stage_agreement.h"

namespace macroscope {

TEST(IntMulCosim, LawAndRtlUnpackAlike) { ExpectStageAgrees(UnitKind::kIntMul, "unpack"); }
TEST(IntMulCosim, LawAndRtlMultiplyAlike) { ExpectStageAgrees(UnitKind::kIntMul, "multiply"); }

}  // namespace macroscope
