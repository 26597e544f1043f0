// Every code of small formats in every kind of lane: its value, or what stands in for it.
#include "models/block_quantize/block_quantize_unpack.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/decode.h"
#include "tests/block_quantize/quantize_designs.h"

namespace macroscope {
namespace {

TEST(BlockQuantizeUnpack, EveryCodeIsItsValue) {
  std::size_t cases = 0;
  for (const char* operands : {"fp16", "bf16", "fp8_e5m2", "fp8_e4m3", "fp6_e2m3"}) {
    for (const char* block : {"mxfp4", "msfp12", "msfp16", "mx9"}) {
      DesignText text = QuantizeText(operands, block);
      text.block = "2";
      const BlockQuantizeShape s = BlockQuantizeShape::Derive(ParseDesign(text, Catalogue()));
      SCOPED_TRACE(DisplayName(s.design));
      const BlockQuantizeUnpack unpack(s);
      const Format& a = s.design.a;
      for (std::uint64_t code = 0; code <= a.code_mask(); ++code) {
        const Decoded d = Decode(a, code);
        WideCodes in;
        in.a.Insert(a.width_bits(), a.width_bits(), code);  // Of lane 1.
        const auto out = unpack(in);
        ++cases;
        ASSERT_EQ(out.lanes.size(), 2u);
        ASSERT_EQ(out.lanes[0], (QuantizedLane{.sign = false, .exponent = 1, .significand = 0}));
        ASSERT_EQ(out.nan, s.has_nan && !d.is_finite()) << code;
        const QuantizedLane& lane = out.lanes[1];
        const double magnitude = std::ldexp(static_cast<double>(lane.significand),
                                            lane.exponent - a.bias - (s.significand_bits - 1));
        if (d.is_finite()) {
          ASSERT_EQ(lane.sign, d.negative) << code;
          ASSERT_EQ(magnitude, std::ldexp(static_cast<double>(d.significand), d.exponent)) << code;
        } else if (s.replaces && d.number_class == NumberClass::kNan) {
          ASSERT_EQ(lane, out.lanes[0]) << code;
        } else if (s.replaces) {
          // As far as an element and a rule look, the greatest number of fp32.
          ASSERT_EQ(std::ilogb(magnitude), 127) << code;
          ASSERT_EQ(lane.significand, LowMask<Word64>(s.significand_bits)) << code;
          ASSERT_GT(s.significand_bits, s.z.block.element.significand_bits());
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500'000u);
}

}  // namespace
}  // namespace macroscope
