// Tables against worked values, the errors they state, and the limits they refuse.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>

#include "models/tables/elma_tables.h"
#include "models/tables/gaussian_tables.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

constexpr ErrorLimit kFaithful{.is_nearest = false, .below = 1, .at_most = 0};

TEST(Tables, AreTheWorkedOnesOfElma) {
  const YAML::Node record = YAML::LoadFile(VectorPath("elma.yaml"))[0];
  const auto power = record["pow2_4to5"].as<std::vector<std::uint32_t>>();
  const auto logarithm = record["log2_5to7"].as<std::vector<std::uint32_t>>();
  EXPECT_EQ(PowerFractions(4, 5)->entries, power);
  EXPECT_EQ(LogarithmFractions(5, 7)->entries, logarithm);
  EXPECT_EQ(PowerFractions(4, 5)->bits(), 16 * 5);
  // Of few bits the last entry rounds up to 1.
  EXPECT_EQ(PowerFractions(4, 1)->entry_bits, 2);
}

TEST(Tables, OfGaussianLogarithmsAreTheWorkedOnes) {
  int entries = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("lns.yaml"))) {
    if (record["op"].as<std::string>() != "gauss_log_tables") continue;
    const int steps = 1 << record["F"].as<int>();
    const auto tables = FullGaussianTables({steps, 40 * steps});
    const auto& sum = tables->sum.base.entries;
    const auto& difference = tables->difference.base.entries;
    EXPECT_EQ(static_cast<int>(sum.size()), record["add_len"].as<int>());
    EXPECT_EQ(static_cast<int>(difference.size()), record["sub_len"].as<int>());
    for (std::size_t i = 0; i < record["add"].size(); ++i, ++entries) {
      EXPECT_EQ(static_cast<int>(sum[i]), record["add"][i].as<int>()) << steps << ' ' << i;
    }
    for (std::size_t i = 1; i < record["sub"].size(); ++i, ++entries) {
      EXPECT_EQ(-static_cast<int>(difference[i]), record["sub"][i].as<int>()) << steps << ' ' << i;
    }
    EXPECT_LT(tables->worst_error(), 0.5);
  }
  std::printf("%d entries\n", entries);
  EXPECT_GT(entries, 250);
}

// log2(1 + 2^-d) or -log2(1 - 2^-d) in steps.
double Gaussian(bool subtracts, double d, double steps) {
  const double part = std::exp2(-d / steps);
  return steps * std::fabs(std::log2(subtracts ? 1 - part : 1 + part));
}

// The worst error over every distance, by doubles; the rounding is done anew.
double Measure(const GaussianTables& tables, int steps, std::int64_t greatest, int& cases) {
  const std::int64_t unit = std::int64_t{1} << tables.guard_bits;
  double worst = 0;
  for (std::int64_t d = 0; d <= greatest; ++d) {
    for (const bool subtracts : {false, true}) {
      if (subtracts && d == 0) continue;
      const auto distance = static_cast<std::uint64_t>(d);
      // The halves of a finer logarithm go up, which is down of what is taken from it.
      const bool halves_down = subtracts && tables.is_cotransformed();
      const std::int64_t twice = 2 * tables.Value(subtracts, distance) + (halves_down ? -1 : 0);
      const double got = std::floor(static_cast<double>(twice + unit) / (2.0 * unit));
      EXPECT_EQ(got, static_cast<double>(tables.Steps(subtracts, distance)));
      worst = std::max(worst, std::fabs(got - Gaussian(subtracts, static_cast<double>(d), steps)));
      ++cases;
    }
  }
  return worst;
}

TEST(Tables, StateTheirErrors) {
  int cases = 0;
  for (const int steps : {3, 8, 16, 64, 128}) {
    const GaussianDomain domain{steps, 20 * steps};
    const auto full = FullGaussianTables(domain);
    const auto lines = InterpolatedGaussianTables(domain, kFaithful);
    const auto sums = CotransformedGaussianTables(domain, kFaithful);
    for (const auto& tables : {lines, sums}) {
      const double worst = Measure(*tables, steps, domain.greatest_distance, cases);
      EXPECT_NEAR(worst, tables->worst_error(), 1e-6) << steps;
      EXPECT_LT(worst, 1) << steps;
    }
    EXPECT_LT(lines->bits(), full->bits()) << steps;
    EXPECT_LT(sums->bits(), lines->bits()) << steps;
  }
  std::printf("%d cases\n", cases);
  EXPECT_GT(cases, 16000);
}

// Both entries are the functions' values, and the sum of both parts is the difference, but for what
// the entries and the distance of the parts round away.
TEST(Tables, OfCotransformationHaveBothParts) {
  int cases = 0, of_two = 0;
  for (const int steps : {2, 3, 8, 16, 64, 1024}) {
    const auto tables = CotransformedGaussianTables({steps, 20 * steps}, kFaithful);
    const Cotransformation& split = tables->cotransformation;
    ASSERT_TRUE(split.low_bits > 0 && split.low_bits < split.split_bits);
    const double unit = std::ldexp(1, tables->guard_bits);
    const auto entry = [&](int distance) {
      return static_cast<std::uint32_t>(std::lround(Gaussian(true, distance, steps) * unit));
    };
    for (std::size_t i = 1; i < split.high.entries.size(); ++i) {
      EXPECT_EQ(split.high[i], entry(static_cast<int>(i << split.low_bits))) << steps << ' ' << i;
    }
    for (std::size_t i = 1; i < split.low.entries.size(); ++i) {
      EXPECT_EQ(split.low[i], entry(static_cast<int>(i))) << steps << ' ' << i;
    }
    for (std::uint64_t d = 1; d >> split.split_bits == 0; ++d, ++cases) {
      ASSERT_TRUE(split.Splits(d));
      const auto parts = split.PartsOf(d, tables->guard_bits);
      double value = static_cast<double>(parts.below) / unit;
      if (parts.are_two) {
        value -= Gaussian(false, static_cast<double>(parts.distance), steps);
        ++of_two;
      }
      // A sum's logarithm changes by at most half of what the distance of its parts does.
      EXPECT_NEAR(value, Gaussian(true, static_cast<double>(d), steps), 0.5 / unit + 0.25) << d;
    }
    EXPECT_FALSE(split.Splits(std::uint64_t{1} << split.split_bits));
  }
  std::printf("%d cases, %d of two parts\n", cases, of_two);
  EXPECT_GT(of_two, 1000);
}

TEST(Tables, RefuseWhatNoneOfThemReaches) {
  EXPECT_THROW(InterpolatedGaussianTables({64, 2000}, {.is_nearest = false, .at_most = 0.1}),
               std::invalid_argument);
  EXPECT_THROW(FullGaussianTables({1 << 14, 1 << 20}), std::invalid_argument);
  const auto why = [](const GaussianDomain& domain, const ErrorLimit& limit) -> std::string {
    try {
      CotransformedGaussianTables(domain, limit);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(why({64, 2000}, {.is_nearest = false, .at_most = 0.1}),
            "no tables with co-transformation of at most 1048576 bits reach that error");
  EXPECT_EQ(why({1, 1}, kFaithful), "distances of one bit are not to be split");
}

TEST(Tables, MayBeginAtAnyIndex) {
  const LookupTable table{.index_bits = 3, .entry_bits = 4, .entries = {9, 8}, .first = 5};
  const std::uint32_t expected[] = {0, 0, 0, 0, 0, 9, 8, 0};
  for (std::uint64_t i = 0; i < 8; ++i) EXPECT_EQ(table[i], expected[i]) << i;
  EXPECT_EQ(table.bits(), 8);
  const std::string text = TableModule(table, "late", "Two.");
  EXPECT_NE(text.find("3'h5: entry_o = 4'h9;"), std::string::npos);
  EXPECT_NE(text.find("3'h6: entry_o = 4'h8;"), std::string::npos);
}

TEST(Tables, AreModulesThatSayWhatTheyAre) {
  const LookupTable table{.index_bits = 2, .entry_bits = 3, .entries = {5, 0, 7}};
  EXPECT_EQ(TableModule(table, "small", "Three."),
            "// Three. Generated from the design's tables: 3 entries.\n"
            "module small (\n"
            "  input  logic [1:0] index_i,\n"
            "  output logic [2:0] entry_o\n"
            ");\n\n"
            "  always_comb begin\n"
            "    case (index_i)\n"
            "      2'h0: entry_o = 3'h5;\n"
            "      2'h2: entry_o = 3'h7;\n"
            "      default: entry_o = 3'h0;\n"
            "    endcase\n"
            "  end\n\n"
            "endmodule\n");
  EXPECT_EQ(SizeText(table), "3 x 3 = 9 bits");
}

}  // namespace
}  // namespace macroscope
