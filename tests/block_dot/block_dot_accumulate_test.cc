// Accumulating is the fp_add of the accumulator's format, for every pair of codes.
#include "models/block_dot/block_dot_accumulate.h"

#include "models/formats/catalogue.h"
#include "models/reference/reference.h"
#include "tests/block_dot/block_dot_operands.h"

namespace macroscope {
namespace {

TEST(BlockDotAccumulate, EveryPairAsFpAdd) {
  std::size_t cases = 0;
  const struct {
    const char *format, *rounding, *overflow;
  } choices[] = {{"fp4_e2m1", "ties_to_even", ""},       {"fp6_e3m2", "toward_negative", ""},
                 {"fp6_e2m3", "toward_positive", ""},    {"fp8_e5m2", "ties_to_even", ""},
                 {"fp8_e5m2", "toward_negative", "nan"}, {"fp8_e5m2", "to_odd", "saturate"},
                 {"fp8_e4m3", "ties_to_away", ""},       {"fp8_e4m3", "toward_zero", "saturate"},
                 {"fp8_e4m3fnuz", "ties_to_even", ""}};
  for (const auto& [format, rounding, overflow] : choices) {
    std::vector<std::string> arguments = {"operands=fp4_e2m1", "lanes=2", "join=after"};
    DesignText add;
    add.unit = "fp_add";
    add.operands = add.accumulator = format;
    add.rounding = rounding;
    add.overflow = overflow;
    arguments.push_back(std::string("accumulator=") + format);
    arguments.push_back(std::string("rounding=") + rounding);
    if (*overflow != '\0') arguments.push_back(std::string("overflow=") + overflow);
    const Design design = BlockDotDesign(arguments);
    const BlockDotAccumulate accumulate(BlockDotShape::Derive(design));
    Reference reference(ParseDesign(add, Catalogue()));
    const std::uint64_t mask = design.accumulator.format.code_mask();
    for (std::uint64_t x = 0; x <= mask; ++x) {
      for (std::uint64_t y = 0; y <= mask; ++y, ++cases) {
        ASSERT_EQ(accumulate(x, y), reference.Operate({.a = x, .b = y}).low())
            << DisplayName(design) << " x " << x << " y " << y;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 390000u);
}

}  // namespace
}  // namespace macroscope
