// log_add against the reference: with correct tables bit for bit, all pairs of 8-bit codes and
// corner-biased ones of wide formats; with the other methods within the error they state, measured
// over every pair, and never above its goal.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>

#include "models/formats/log_number.h"
#include "models/log_add/log_add_shape.h"
#include "tests/common/full_run.h"
#include "tests/common/law_agreement.h"
#include "tests/common/log_designs.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

TEST(LogAdd, CorrectTablesGiveWhatTheReferenceGives) {
  std::size_t cases = 0;
  for (const char* format :
       {"lns8_3", "lns8_4", "lns8_1", "lns6_2", "flagged", "twos", "magnitudes", "cubes", "thin"}) {
    cases += ExpectLawIsReference(LogDesign("log_add", format), /*all_bits=*/16, 0);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 400000u);
}

// Where no table has the values of short distances at all.
TEST(LogAdd, CorrectSumsOfPartsGiveWhatTheReferenceGives) {
  std::size_t cases = 0;
  for (const char* format :
       {"lns8_3", "lns8_4", "lns8_1", "lns6_2", "flagged", "twos", "magnitudes", "cubes", "thin"}) {
    const Design design = LogDesign("log_add", format, "", "cotransform", "correct");
    cases += ExpectLawIsReference(design, /*all_bits=*/16, 0);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 400000u);
}

TEST(LogAdd, WideFormats) {
  std::size_t cases = 0;
  const std::size_t samples = IsFull() ? 10'000'000 : 10'000;
  for (const char* format : {"lns12_6", "lns16_10", "lns16_8"}) {
    cases += ExpectLawIsReference(LogDesign("log_add", format), /*all_bits=*/0, samples);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 29000u);
}

// What is off at worst over all pairs of codes whose sum stays in range, by doubles.
struct Measured {
  double sums = 0, differences = 0;
};
Measured Measure(const Design& design, std::size_t& cases) {
  const auto unit = MakeUnit(design);
  const Format& format = design.a;
  const double steps = format.log.steps_per_octave;
  Measured worst;
  for (std::uint64_t a = 0; a <= format.code_mask(); ++a) {
    for (std::uint64_t b = 0; b <= format.code_mask(); ++b, ++cases) {
      const LogNumber x = DecodeLog(format, a), y = DecodeLog(format, b);
      std::uint64_t code = 0;
      unit->Evaluate({1, {&a, 1}, {&b, 1}}, {&code, 1});
      const LogNumber z = DecodeLog(format, code);
      const bool normal =
          x.number_class == NumberClass::kNormal && y.number_class == NumberClass::kNormal;
      if (!normal) {
        // Zero and a number is that number.
        EXPECT_EQ(z.number_class,
                  x.number_class == y.number_class ? NumberClass::kZero : NumberClass::kNormal);
        continue;
      }
      const auto low = static_cast<double>(std::min(x.steps, y.steps) - std::max(x.steps, y.steps));
      const bool subtracts = x.negative != y.negative;
      if (subtracts && low == 0) {
        EXPECT_EQ(z.number_class, NumberClass::kZero);
        continue;
      }
      const double part = std::exp2(low / steps);
      const double exact = static_cast<double>(std::max(x.steps, y.steps)) +
                           steps * std::log2(subtracts ? 1 - part : 1 + part);
      if (exact < static_cast<double>(format.log.least_steps()) ||
          exact > static_cast<double>(format.log.greatest_steps())) {
        continue;
      }
      if (z.number_class == NumberClass::kZero) {
        EXPECT_LT(exact, static_cast<double>(format.log.least_steps()) + unit->tolerance_steps());
        continue;
      }
      EXPECT_EQ(z.negative, x.steps >= y.steps ? x.negative : y.negative);
      double& kind = subtracts ? worst.differences : worst.sums;
      // Results at the ends may be nearer than their method's.
      kind = std::max(kind, std::fabs(static_cast<double>(z.steps) - exact));
    }
  }
  return worst;
}

TEST(LogAdd, ErrorsOverEveryInputAreThoseStatedAndWithinTheGoal) {
  std::size_t cases = 0;
  const struct {
    const char *format, *method, *error;
    double limit;
  } rows[] = {{"lns8_3", "table", "", 0.5},          {"lns8_3", "interpolate", "", 1},
              {"lns8_3", "interpolate", "1.5", 1.5}, {"lns8_3", "interpolate", "0.75", 0.75},
              {"lns8_3", "mitchell", "", 3.3},       {"lns8_4", "interpolate", "faithful", 1},
              {"lns8_4", "mitchell", "7.5", 7.5},    {"lns6_2", "interpolate", "2", 2},
              {"flagged", "interpolate", "", 1},     {"twos", "interpolate", "", 1},
              {"cubes", "interpolate", "", 1},       {"twos", "mitchell", "", 3.3},
              {"lns8_3", "bipartite", "", 1},        {"lns8_4", "bipartite", "0.75", 0.75},
              {"lns6_2", "bipartite", "2", 2},       {"cubes", "bipartite", "", 1},
              {"lns8_3", "cotransform", "", 1},      {"lns8_4", "cotransform", "0.75", 0.75},
              {"lns6_2", "cotransform", "2", 2},     {"cubes", "cotransform", "", 1},
              {"lns8_4", "cotransform", "", 1},      {"lns8_3", "cotransform", "2", 2},
              {"flagged", "cotransform", "", 1},     {"twos", "cotransform", "", 1}};
  for (const auto& row : rows) {
    const Design design = LogDesign("log_add", row.format, "", row.method, row.error);
    SCOPED_TRACE(DisplayName(design));
    const LogAddShape shape = LogAddShape::Derive(design);
    const Measured worst = Measure(design, cases);
    EXPECT_NEAR(worst.sums, shape.sum.worst_sum, 1e-6);
    EXPECT_NEAR(worst.differences, shape.sum.worst_difference, 1e-6);
    EXPECT_LE(worst.sums, row.limit);
    EXPECT_LE(worst.differences, row.limit);
    std::printf("%s: sums %.4f, differences %.4f units in the last place\n",
                DisplayName(design).c_str(), worst.sums, worst.differences);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500000u);
}

// Distances alone decide, so that these are every input of formats too wide for pairs.
TEST(LogAdd, StatedErrorsOfWideFormatsAreWithinTheGoal) {
  for (const char* format : {"lns10_5", "lns12_6", "lns12_7", "lns16_10"}) {
    const auto full = LogAddShape::Derive(LogDesign("log_add", format)).sum.tables;
    for (const auto& [error, limit] : {std::pair("faithful", 1.0), std::pair("2", 2.0)}) {
      // Two tables have more bits than lines.
      std::int64_t lines = 0;
      for (const auto& [method, most] :
           {std::pair("interpolate", 4), std::pair("bipartite", 2), std::pair("cotransform", 4)}) {
        const Design design = LogDesign("log_add", format, "", method, error);
        const LogSumShape shape = LogAddShape::Derive(design).sum;
        EXPECT_LE(shape.worst_sum, limit) << DisplayName(design);
        EXPECT_LE(shape.worst_difference, limit) << DisplayName(design);
        EXPECT_LT(shape.tables->bits(), full->bits() / most) << DisplayName(design);
        std::printf("%s: %d bits of tables\n", DisplayName(design).c_str(),
                    static_cast<int>(shape.tables->bits()));
        // What co-transformation is for.
        if (design.logarithm.method == LogMethod::kInterpolate) lines = shape.tables->bits();
        if (shape.is_cotransformed()) {
          EXPECT_LT(shape.tables->bits(), lines) << DisplayName(design);
        }
      }
    }
  }
}

TEST(LogAdd, WorkedSums) {
  const auto unit = MakeUnit(LogDesign("log_add", "lns8_3"));
  int sums = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("lns.yaml"))) {
    if (record["op"].as<std::string>() != "l8_add") continue;
    const std::uint64_t a = Code(record["a"].as<std::string>());
    const std::uint64_t b = Code(record["b"].as<std::string>());
    std::uint64_t z = 0;
    unit->Evaluate({1, {&a, 1}, {&b, 1}}, {&z, 1});
    EXPECT_EQ(z, Code(record["sum"].as<std::string>())) << a << ' ' << b;
    ++sums;
  }
  EXPECT_EQ(sums, 7);
}

}  // namespace
}  // namespace macroscope
