// Bits, transfers and padding of blocks, against worked values.
#include "models/formats/block_memory.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

// Elements of that many bits, with an 8-bit scale.
BlockFormat Block(int element_bits, int elements) {
  const Catalogue catalogue;
  BlockFormat format = catalogue.FindBlock("mxfp4");
  format.element = catalogue.Find("int" + std::to_string(element_bits));
  format.block_elements = elements;
  return format;
}

double Share(const std::string& percent) { return std::strtod(percent.c_str(), nullptr) / 100; }

TEST(BlockMemoryTest, PaddingOfSingleBlocks) {
  int rows = 0;
  for (const Row& row : ReadCsv("dram_alignment.csv")) {
    const BlockFormat format =
        Block(std::stoi(row.at("element")), std::stoi(row.at("block_elems")));
    const BlockMemory memory = BlockMemory::Of(format, std::stoi(row.at("word_bits")));
    SCOPED_TRACE(row.at("element") + ", " + row.at("block_elems") + ", " + row.at("word_bits"));
    EXPECT_EQ(memory.block_bits, std::stoi(row.at("block_bits")));
    EXPECT_EQ(memory.padded_bits(), std::stoi(row.at("padded_bits")));
    EXPECT_NEAR(memory.lost_share(), Share(row.at("pad_waste_of_fetched")), 0.51e-4);
    EXPECT_EQ(memory.group_elements, std::stoi(row.at("elems_to_realign")));
    ++rows;
  }
  std::printf("%d rows\n", rows);
  EXPECT_GT(rows, 0);
}

// A group is one block of more elements and as many more scales.
TEST(BlockMemoryTest, TheLosslessGroupIsTheSmallest) {
  int rows = 0, lossless = 0;
  for (const Row& row : ReadCsv("dram_grouping.csv")) {
    const BlockFormat format = Block(std::stoi(row.at("elem_bits")), std::stoi(row.at("block")));
    const BlockMemory memory = BlockMemory::Of(format, std::stoi(row.at("word_bits")));
    const int group = std::stoi(row.at("group_elems"));
    const bool none_lost = Share(row.at("pad_waste_of_fetched")) == 0;
    EXPECT_EQ(group % memory.group_elements == 0, none_lost)
        << row.at("elem_bits") << " bits, block of " << row.at("block") << ", group of " << group
        << ", words of " << row.at("word_bits");
    ++rows;
    lossless += none_lost ? 1 : 0;
  }
  std::printf("%d rows, %d without loss\n", rows, lossless);
  EXPECT_GT(lossless, 0);
  EXPECT_LT(lossless, rows);
}

}  // namespace
}  // namespace macroscope
