#include <gtest/gtest.h>

#include <bit>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

constexpr UnitKind kUnits[] = {UnitKind::kIntMac, UnitKind::kKulischMac, UnitKind::kFpFma};

Design DesignOf(UnitKind unit, Form form) {
  Design design;
  design.unit = unit;
  design.form = form;
  return design;
}

TEST(PlaceCuts, PlacesAsManyAsAsked) {
  int cases = 0;
  for (const UnitKind unit : kUnits) {
    const int stages = static_cast<int>(StageNames(DesignOf(unit, Form::kMac)).size());
    for (const Form form : {Form::kOperation, Form::kMac}) {
      // The last bit of the mac form is the accumulator's, which is not a cut.
      const int places = std::min(5, form == Form::kMac ? stages - 1 : stages);
      std::uint32_t before = 0;
      for (int count = 0; count <= places; ++count, ++cases) {
        const std::uint32_t cuts = PlaceCuts(DesignOf(unit, form), count);
        EXPECT_EQ(std::popcount(cuts), count);
        EXPECT_EQ(cuts >> (form == Form::kMac ? stages - 1 : stages), 0U);
        EXPECT_EQ(cuts & before, before) << "a deeper pipeline keeps its registers";
        before = cuts;
      }
      EXPECT_THROW(PlaceCuts(DesignOf(unit, form), places + 1), DesignError);
      EXPECT_THROW(PlaceCuts(DesignOf(unit, form), -1), DesignError);
    }
  }
  EXPECT_EQ(cases, 5 + 4 + 6 + 5 + 6 + 6);
}

TEST(PlaceCuts, PartsTheMultiplierFromTheAdditionFirst) {
  for (const UnitKind unit : kUnits) {
    EXPECT_EQ(PlaceCuts(DesignOf(unit, Form::kMac), 1), 0b10U);
    EXPECT_EQ(StageNames(DesignOf(unit, Form::kMac))[1], "multiply");
  }
  EXPECT_EQ(PlaceCuts(DesignOf(UnitKind::kFpFma, Form::kMac), 2), 0b1010U);  // multiply+add
  EXPECT_EQ(PlaceCuts(DesignOf(UnitKind::kFpFma, Form::kMac), 3), 0b1110U);
}

TEST(Cuts, ReadStageNamesInAnyOrder) {
  DesignText text;
  text.unit = "fp_fma";
  text.operands = "fp16";
  text.cuts = "round+unpack";
  const Design design = ParseDesign(text, Catalogue());
  EXPECT_EQ(design.structure.cuts, 0b100001U);
  EXPECT_EQ(ToText(design).cuts, "unpack+round");
}

}  // namespace
}  // namespace macroscope
