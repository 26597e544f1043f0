#include "sim/config/published_comparison.h"

#include <algorithm>

#include "sim/base/paths.h"
#include "sim/config/sweep_config.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

constexpr const char* kFile = R"yaml(- id: densities
  title: Densities of two formats
  why_ours_differ: another process
  cite: A. Author
  designs:
    - {name: X, is: {operands: int8}}
    - {name: Y, is: [{operands: fp8_e4m3}, {operands: fp8_e5m2, lanes: 4}]}
  compare:
    - {key: density, with: macs_per_area, over: X}
  rows:
    - {design: X, density: 2, why: the reference}
    - {design: Y, density: 3, why: wider}
)yaml";

class PublishedComparisonTest : public ConfigTest {
 protected:
  PublishedComparison Load(const std::string& text) const {
    return LoadComparison(Write("p.yaml", text).string());
  }
  std::string ErrorIn(const std::string& from, const std::string& to) const {
    std::string text = kFile;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    return ErrorOf([&] { Load(text); });
  }
};

TEST_F(PublishedComparisonTest, ReadsDesignsAndRows) {
  const PublishedComparison file = Load(kFile);
  EXPECT_EQ(file.id, "densities");
  ASSERT_EQ(file.rows.size(), 2u);
  EXPECT_EQ(file.rows[1].cite, "A. Author");
  EXPECT_EQ(file.RelativeValue(file.rows[0], 0), 1);
  EXPECT_EQ(file.RelativeValue(file.rows[1], 0), 1.5);
  const ComparedDesign& y = file.Find("Y");
  ASSERT_EQ(y.patterns.size(), 2u);
  EXPECT_EQ(y.patterns[1].operands, "fp8_e5m2");
  EXPECT_EQ(y.patterns[1].lanes, "4");
  EXPECT_FALSE(file.chart);
}

// Where no row is the reference, values are over it as they stand.
TEST_F(PublishedComparisonTest, ValuesMayBeRatiosAlready) {
  std::string text = kFile;
  const std::string reference = "    - {design: X, density: 2, why: the reference}\n";
  text.erase(text.find(reference), reference.size());
  const PublishedComparison file = Load(text);
  ASSERT_EQ(file.rows.size(), 1u);
  EXPECT_EQ(file.RelativeValue(file.rows[0], 0), 3);
}

TEST_F(PublishedComparisonTest, SaysWhatIsWrong) {
  ExpectStartsWith(ErrorIn("design: Y, d", "design: Z, d"),
                   "p.yaml:12: design: unknown name 'Z'; the names are X, Y");
  ExpectStartsWith(ErrorIn("over: X", "over: Q"), "p.yaml:9: over: unknown name 'Q'");
  ExpectStartsWith(ErrorIn("macs_per_area", "macs_per_aera"),
                   "p.yaml:9: with: unknown name 'macs_per_aera'; the names are area_per_mac, "
                   "macs_per_area, elements_per_memory, area_times_memory; did you mean "
                   "'macs_per_area'?");
  ExpectStartsWith(ErrorIn("operands: int8", "operand: int8"), "p.yaml:6: operand: unknown key");
  ExpectStartsWith(ErrorIn("density: 3", "density: -3"), "p.yaml:12: density: -3 is out of range");
  ExpectStartsWith(ErrorIn(", over: X", ""), "p.yaml:11: over: missing key");
  ExpectStartsWith(ErrorIn(", why: wider", ""), "p.yaml:12: why: missing key");
  ExpectContains(ErrorIn("  compare:", "  notes:"), "p.yaml:1: no key 'compare'");
}

// Every file of published/ that a sweep may name is sound, and some are.
TEST_F(PublishedComparisonTest, EveryShippedFileIsSound) {
  int loaded = 0, others = 0;
  for (const auto& entry : std::filesystem::directory_iterator(Home() / "published")) {
    const std::string error = ErrorOf([&] {
      const PublishedComparison file = LoadComparison(entry.path().stem().string());
      EXPECT_FALSE(file.rows.empty());
      ++loaded;
    });
    if (error.empty()) continue;
    ExpectContains(error, "no key 'compare'");
    ++others;
  }
  EXPECT_EQ(loaded, 4);
  EXPECT_EQ(others, 3);
}

TEST_F(PublishedComparisonTest, SweepsNameTheirFiles) {
  const auto load = [&](const std::string& published) {
    return LoadSweep(Write("sweep.yaml",
                           "title: t\ndesigns: [{unit: int_mac, operands: int8}]\n"
                           "technologies: [qualcomm_gates]\npublished: " +
                               published + "\n"))
        .published;
  };
  Write("p.yaml", kFile);
  EXPECT_EQ(load("[msfp, p.yaml]"),
            (std::vector<std::string>{"msfp", (folder_ / "p.yaml").string()}));
  ExpectStartsWith(ErrorOf([&] { load("[mfsp]"); }),
                   "sweep.yaml:4: published: no such figures, 'mfsp'; the names are "
                   "elma, fp8_to_int8_ratios, horowitz_2014, ");
  ExpectStartsWith(ErrorOf([&] { load("[none.yaml]"); }),
                   "sweep.yaml:4: published: no file 'none.yaml'");
  ExpectContains(ErrorOf([&] { load("[msfp, msfp]"); }), "is in the list already");
  ExpectContains(ErrorOf([&] { load("[horowitz_2014]"); }), "no key 'compare'");
}

}  // namespace
}  // namespace macroscope
