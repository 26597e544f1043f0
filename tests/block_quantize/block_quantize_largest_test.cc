// Keys are in the order of the magnitudes, for every pair of codes of small formats; and the
// greatest of each sub-block and of the block are found wherever they stand.
#include "models/block_quantize/block_quantize_largest.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/block_quantize/quantize_designs.h"

namespace macroscope {
namespace {

TEST(BlockQuantizeLargest, KeysAreInTheOrderOfTheMagnitudes) {
  std::size_t cases = 0;
  for (const Design& design : ShapedDesigns()) {
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    if (design.a.width_bits() > 16) continue;
    SCOPED_TRACE(DisplayName(design));
    const BlockQuantizeUnpack unpack(s);
    const BlockQuantizeLargest largest{s};
    std::uint64_t before = 0;
    for (std::uint64_t magnitude = 0; magnitude <= design.a.max_finite(); ++magnitude) {
      WideCodes in;
      in.a.Insert(0, design.a.width_bits(), magnitude | design.a.sign_mask());
      const std::uint64_t key = largest.KeyOf(unpack(in).lanes[0]);
      ASSERT_GE(key, before) << magnitude;
      ASSERT_LT(key, std::uint64_t{1} << s.key_bits());
      before = key;
      ++cases;
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1'000'000u);
}

TEST(BlockQuantizeLargest, FindsItInEveryLane) {
  std::mt19937_64 random(1);
  std::size_t cases = 0;
  for (const char* block : {"mxfp4", "mx9", "msfp12", "mxint8"}) {
    const Design design = ParseDesign(QuantizeText("fp16", block, "rceil"), Catalogue());
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    const BlockQuantizeUnpack unpack(s);
    const BlockQuantizeLargest largest{s};
    for (int i = 0; i < 2000; ++i) {
      for (int top = 0; top < s.lanes; ++top) {
        WideCodes in;
        for (int lane = 0; lane < s.lanes; ++lane) {
          in.a.Insert(lane * 16, 16, random() & (lane == top ? 0xfbffu : 0xbfffu));
        }
        const auto unpacked = unpack(in);
        const auto out = largest(unpacked);
        std::vector<std::uint64_t> keys;
        for (const QuantizedLane& lane : unpacked.lanes) keys.push_back(largest.KeyOf(lane));
        ASSERT_EQ(out.key, *std::ranges::max_element(keys));
        ASSERT_EQ(out.lanes, unpacked.lanes);
        ASSERT_EQ(out.micro_key.size(), static_cast<std::size_t>(s.sub_blocks));
        for (std::size_t sub = 0; sub < out.micro_key.size(); ++sub) {
          ASSERT_EQ(out.micro_key[sub], std::max(keys[2 * sub], keys[2 * sub + 1]));
        }
        ++cases;
      }
    }
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 150'000u);
}

}  // namespace
}  // namespace macroscope
