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

// By doubles, over every distance.
TEST(Tables, StateTheirErrors) {
  int cases = 0;
  for (const int steps : {3, 8, 16, 64, 128}) {
    const GaussianDomain domain{steps, 20 * steps};
    const auto tables = InterpolatedGaussianTables(domain, kFaithful);
    double worst = 0;
    for (int d = 0; d <= domain.greatest_distance; ++d) {
      for (const bool subtracts : {false, true}) {
        if (subtracts && d == 0) continue;
        const double part = std::exp2(-double{1} * d / steps);
        const double exact = steps * std::fabs(std::log2(subtracts ? 1 - part : 1 + part));
        const std::int64_t half = tables->guard_bits > 0 ? 1 << (tables->guard_bits - 1) : 0;
        const std::int64_t got = (tables->Value(subtracts, d) + half) >> tables->guard_bits;
        worst = std::max(worst, std::fabs(static_cast<double>(got) - exact));
        ++cases;
      }
    }
    EXPECT_NEAR(worst, tables->worst_error(), 1e-6) << steps;
    EXPECT_LT(worst, 1) << steps;
    EXPECT_LT(tables->bits(), FullGaussianTables(domain)->bits()) << steps;
  }
  std::printf("%d cases\n", cases);
  EXPECT_GT(cases, 8000);
}

TEST(Tables, RefuseWhatNoneOfThemReaches) {
  EXPECT_THROW(InterpolatedGaussianTables({64, 2000}, {.is_nearest = false, .at_most = 0.1}),
               std::invalid_argument);
  EXPECT_THROW(FullGaussianTables({1 << 14, 1 << 20}), std::invalid_argument);
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
