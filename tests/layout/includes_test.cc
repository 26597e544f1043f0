// Data flows one way: a folder includes only what stands to its left in the flow.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/layout/source_tree.h"

namespace macroscope {
namespace {

// Left to right. `models/*` is any unit; what a unit may not see is in MayInclude.
const std::vector<std::string> kFlow = {
    "models/formats", "models/tables", "models/design",  "models/reference", "models/common",
    "models/*",       "models/batch",  "models/systemc", "sim/base",         "sim/config",
    "sim/stimulus",   "sim/netlist",   "sim/timing",     "sim/activity",     "sim/cosim",
    "sim/cost",       "sim/sweep",     "sim/report",     "sim/cli"};

// "models/int_mac/dut/x.h": "models/int_mac".
std::string FolderOf(const std::string& path) {
  return path.substr(0, path.find('/', path.find('/') + 1));
}

std::size_t PlaceOf(const std::string& folder) {
  auto place = std::find(kFlow.begin(), kFlow.end(), folder);
  if (place == kFlow.end() && folder.starts_with("models/")) {
    place = std::find(kFlow.begin(), kFlow.end(), "models/*");
  }
  return static_cast<std::size_t>(place - kFlow.begin());
}

// Numbers to codes: what makes operands, and judges nothing.
bool Encodes(const std::string& included) {
  return included == "models/reference/quantize.h" ||
         included == "models/reference/block_codec.h" ||
         included == "models/reference/codebook_quantize.h" ||
         included == "models/reference/double_base_quantize.h" ||
         included == "models/reference/autoflex.h";
}

bool MayInclude(const std::string& path, const std::string& included) {
  const std::string from = FolderOf(path), to = FolderOf(included);
  if (from == to) return true;
  // The judge knows no datapath: only how words of many limbs are handed over.
  if (from == "models/reference" &&
      (included == "models/common/bits.h" || included == "models/common/operation.h")) {
    return true;
  }
  // What datapaths look up, the judge works out by itself.
  if (from == "models/reference" && to == "models/tables") return false;
  // How wide a word may be is a limit of designs.
  if (from == "models/design" && included == "models/common/bits.h") return true;
  // Operands are rounded into their formats before any datapath or judge sees them.
  if (from == "sim/stimulus" && Encodes(included)) return true;
  // And no datapath knows the judge.
  if (to == "models/reference" && PlaceOf(from) < PlaceOf("sim/cosim")) return false;
  // The lanes of block_dot are kulisch_mac's, and its sums of rounded numbers fp_add's.
  if (from == "models/block_dot" && (to == "models/kulisch_mac" || to == "models/fp_add")) {
    return true;
  }
  // Tables of values are rounded as convert does it.
  if (path.starts_with("models/block_dot/block_dot_table.") && to == "models/convert") return true;
  // The lanes of block_quantize are placed and rounded as convert does it.
  if (from == "models/block_quantize" && to == "models/convert") {
    return included != "models/convert/convert_laws.h";
  }
  // Of two units neither is to the left.
  return PlaceOf(from) < kFlow.size() && PlaceOf(to) < PlaceOf(from);
}

struct Include {
  std::string path, included;
  bool is_ours;  // "quoted"
};

std::vector<Include> Includes() {
  static const std::regex form(R"(^\s*#\s*include\s+(["<])([^">]+)[">].*)");
  std::vector<Include> includes;
  for (const SourceFile& file : SourceTree()) {
    if (!file.is_below("models") && !file.is_below("sim")) continue;
    for (const std::string& line : file.lines) {
      std::smatch match;
      if (std::regex_match(line, match, form)) {
        includes.push_back({file.path, match[2], match[1] == "\""});
      }
    }
  }
  return includes;
}

TEST(Includes, OnlyGoLeft) {
  int checked = 0;
  for (const Include& include : Includes()) {
    // What CMake or Verilator writes has no folder.
    if (!include.is_ours || include.included.find('/') == std::string::npos) continue;
    ++checked;
    EXPECT_TRUE(SourceExists(include.included)) << include.path << ": " << include.included;
    EXPECT_TRUE(MayInclude(include.path, include.included))
        << include.path << " includes " << include.included
        << ", which does not stand to its left in the flow";
  }
  EXPECT_GT(checked, 300);
}

TEST(Includes, SystemcStaysWhereTheClockIs) {
  int seen = 0;
  for (const Include& include : Includes()) {
    if (!include.included.starts_with("systemc")) continue;
    ++seen;
    EXPECT_TRUE(include.path.starts_with("models/systemc/") ||
                include.path.starts_with("sim/cosim/"))
        << include.path << " includes SystemC";
  }
  EXPECT_GT(seen, 0);
}

// The rules themselves: what each must refuse.
TEST(Includes, TheRulesRefuse) {
  EXPECT_TRUE(MayInclude("models/fp_fma/fp_fma_add.h", "models/common/word.h"));
  EXPECT_TRUE(MayInclude("sim/cosim/engine.cc", "models/reference/reference.h"));
  EXPECT_TRUE(MayInclude("sim/cosim/engine.cc", "models/batch/batch.h"));
  EXPECT_FALSE(MayInclude("models/batch/batch.cc", "models/reference/quantize.h"));
  EXPECT_FALSE(MayInclude("models/fp_fma/fp_fma_add.h", "models/batch/block.h"));
  EXPECT_FALSE(MayInclude("models/formats/format.h", "models/design/design.h"));
  EXPECT_FALSE(MayInclude("models/common/unit.h", "models/fp_fma/fp_fma_laws.h"));
  EXPECT_FALSE(MayInclude("models/fp_fma/fp_fma_add.h", "models/int_mac/int_mac_shape.h"));
  EXPECT_TRUE(
      MayInclude("models/block_quantize/block_quantize_round.h", "models/convert/convert_round.h"));
  EXPECT_FALSE(
      MayInclude("models/block_quantize/block_quantize_laws.h", "models/convert/convert_laws.h"));
  EXPECT_FALSE(
      MayInclude("models/convert/convert_shift.h", "models/block_quantize/block_quantize_shape.h"));
  EXPECT_TRUE(MayInclude("models/block_dot/block_dot_tree.h", "models/fp_add/fp_add_laws.h"));
  EXPECT_FALSE(MayInclude("models/block_dot/block_dot_tree.h", "models/fp_fma/fp_fma_laws.h"));
  EXPECT_FALSE(MayInclude("models/fp_add/fp_add_add.h", "models/block_dot/block_dot_add.h"));
  EXPECT_FALSE(MayInclude("models/fp_fma/fp_fma_add.h", "models/reference/rounding.h"));
  EXPECT_FALSE(MayInclude("models/reference/product.cc", "models/common/rounder.h"));
  EXPECT_TRUE(MayInclude("sim/stimulus/lane_words.cc", "models/reference/block_codec.h"));
  EXPECT_FALSE(MayInclude("sim/stimulus/random.h", "models/reference/reference.h"));
  EXPECT_FALSE(MayInclude("sim/netlist/netlist.cc", "models/reference/block_codec.h"));
  EXPECT_FALSE(MayInclude("models/fp_fma/fp_fma_add.h", "models/reference/quantize.h"));
  EXPECT_FALSE(MayInclude("sim/cosim/engine.cc", "sim/sweep/sweep.h"));
  EXPECT_FALSE(MayInclude("sim/cli/main.cc", "tests/layout/source_tree.h"));
}

}  // namespace
}  // namespace macroscope
