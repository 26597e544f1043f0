#include "models/formats/block_format.h"

#include <gtest/gtest.h>

#include <map>

#include "models/formats/catalogue.h"
#include "tests/formats/expect_message.h"

namespace macroscope {
namespace {

// Bits of an element, scale included, that the formats' specifications give.
TEST(BlockFormatTest, BitsAnElement) {
  const std::map<std::string, double> bits = {
      {"mxfp8_e5m2", 8.25}, {"mxfp8_e4m3", 8.25}, {"mxfp6_e3m2", 6.25}, {"mxfp6_e2m3", 6.25},
      {"mxfp4", 4.25},      {"mxint8", 8.25},     {"nvfp4", 4.5},       {"msfp11", 3.5},
      {"msfp12", 4.5},      {"msfp13", 5.5},      {"msfp14", 6.5},      {"msfp15", 7.5},
      {"msfp16", 8.5},      {"mx9", 9},           {"mx6", 6},           {"mx4", 4},
      {"vsq4", 4.25},       {"vsq8", 8.5},        {"flex16_5", 16},     {"nf4x64", 4.25},
      {"af4x64", 4.25},     {"bnb_fp4x64", 4.25}, {"int4x64", 4.25}};
  const Catalogue catalogue;
  EXPECT_EQ(catalogue.blocks().size(), bits.size());
  for (const BlockFormat& format : catalogue.blocks()) {
    ASSERT_TRUE(bits.contains(format.name)) << format.name;
    EXPECT_EQ(format.bits_per_element(), bits.at(format.name)) << format.name;
    EXPECT_NO_THROW(Validate(format)) << format.name;
  }
}

TEST(BlockFormatTest, WhatCannotBe) {
  const Catalogue catalogue;
  const BlockFormat good = catalogue.FindBlock("mx6");
  const auto with = [&good](auto change) {
    BlockFormat format = good;
    change(format);
    return format;
  };
  const auto expect = [](const BlockFormat& format, const std::string& message) {
    ExpectInvalid([&] { Validate(format); }, {"block format 'mx6'", message});
  };
  expect(with([](auto& f) { f.block_elements = 1; }), "block_elements is 1; it can be 2 to 4096");
  expect(with([](auto& f) { f.sub_block_elements = 3; }),
         "sub-blocks of 3 elements do not divide a block of 16");
  expect(with([](auto& f) { f.sub_exponent_bits = 0; }), "come together");
  expect(with([](auto& f) { f.sub_exponent_bits = 5; }),
         "sub_exponent_bits is 5; it can be 1 to 4");
  expect(with([&](auto& f) { f.scale = catalogue.Find("fp8_e4m3"); }),
         "microexponents need a scale that is a power of two");
  expect(with([&](auto& f) { f.element = catalogue.Find("fp4_e2m1"); }),
         "microexponents divide integer elements");
  expect(with([&](auto& f) { f.element = catalogue.Find("uint4"); }),
         "element 'uint4' has no sign");
  expect(with([&](auto& f) { f.scale = catalogue.Find("int8"); }), "scale 'int8' has a sign");
  expect(with([&](auto& f) { f.scale = catalogue.FindAlternative("nf4"); }),
         "'nf4' is of family codebook; scales are");
  expect(with([&](auto& f) { f.element = catalogue.FindAlternative("posit8_2"); }),
         "'posit8_2' is of family posit; elements are integers, codebooks");
  expect(with([&](auto& f) { f.element = catalogue.FindAlternative("nf4"); }),
         "microexponents divide integer elements");
  expect(with([](auto& f) { f.scale_is_exponent = true; }), "is to be an exponent");
}

TEST(BlockFormatTest, IsNoFormatOfOneNumber) {
  ExpectInvalid([] { Catalogue().Find("mxfp4"); },
                {"'mxfp4' is a format of blocks", "their elements: fp4_e2m1"});
}

TEST(BlockFormatTest, NamesAreTakenOnce) {
  Catalogue catalogue;
  BlockFormat mine = catalogue.FindBlock("mxfp4");
  ExpectInvalid([&] { catalogue.AddBlock(mine); }, {"'mxfp4' exists already"});
  mine.name = "fp16";
  ExpectInvalid([&] { catalogue.AddBlock(mine); }, {"'fp16' exists already"});
  mine.name = "mxfp4_b16";
  mine.block_elements = 16;
  catalogue.AddBlock(mine);
  EXPECT_EQ(catalogue.FindBlock("mxfp4_b16"), mine);
  Format scalar = catalogue.Find("fp4_e2m1");
  scalar.name = "mxfp4_b16";
  ExpectInvalid([&] { catalogue.Add(scalar); }, {"'mxfp4_b16' exists already"});
  ExpectInvalid([&] { catalogue.FindBlock("mxfp5"); },
                {"unknown block format 'mxfp5'; there are mx"});
}

}  // namespace
}  // namespace macroscope
