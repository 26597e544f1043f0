#include "sim/report/scatter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

#include "sim/report/label_placement.h"
#include "sim/report/scatter_data.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

using Json = nlohmann::json;

bool Overlap(Place middle, Place half, Place other, Place other_half) {
  return std::abs(middle.x - other.x) < half.x + other_half.x &&
         std::abs(middle.y - other.y) < half.y + other_half.y;
}

// Counts labels that overlap another label or a point, and those that leave the drawing.
int CountCollisions(const std::vector<LabelledPoint>& points, const std::vector<Place>& places,
                    Place size) {
  int collisions = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Place half = HalfSizeOf(points[i].label);
    for (std::size_t k = 0; k < points.size(); ++k) {
      collisions += k > i && Overlap(places[i], half, places[k], HalfSizeOf(points[k].label));
      collisions += Overlap(places[i], half, points[k].point, {4, 4});
    }
    collisions += places[i].x - half.x < 0 || places[i].x + half.x > size.x ||
                  places[i].y - half.y < 0 || places[i].y + half.y > size.y;
  }
  return collisions;
}

std::vector<LabelledPoint> RandomPoints(std::mt19937& random, int count, Place size) {
  std::vector<LabelledPoint> points;
  // In pairs of neighbours, as designs often are.
  std::uniform_real_distribution<double> unit(0.02, 0.98);
  for (int i = 0; i < count; ++i) {
    Place place = {unit(random) * size.x, unit(random) * size.y};
    if (i % 2 == 1) place = {points.back().point.x + 3, points.back().point.y + 2};
    points.push_back({place, "fp8_e" + std::to_string(i) + "m3fnuz"});
  }
  return points;
}

TEST(PlaceLabels, KeepsLabelsApart) {
  const Place size = {680, 400};
  std::mt19937 random(1);
  int cases = 0;
  for (; cases < 100; ++cases) {
    const auto points = RandomPoints(random, 16, size);
    const auto places = PlaceLabels(points, size.x, size.y);
    ASSERT_EQ(places.size(), points.size());
    EXPECT_EQ(CountCollisions(points, places, size), 0) << "case " << cases << ", seed 1";
  }
  EXPECT_EQ(cases, 100);
}

// The judge above: labels that all stand beside their points do collide.
TEST(PlaceLabels, TheJudgeSeesCollisions) {
  const Place size = {680, 400};
  std::mt19937 random(1);
  const auto points = RandomPoints(random, 16, size);
  std::vector<Place> places;
  for (const LabelledPoint& point : points) places.push_back({point.point.x + 50, point.point.y});
  EXPECT_GT(CountCollisions(points, places, size), 0);
}

// Every point is within its axes, and so is its label.
void ExpectAllShown(const Json& specification, std::size_t count) {
  const Json& values = specification["data"]["values"];
  ASSERT_EQ(values.size(), count);
  const Json& encoding = specification["layer"][1]["encoding"];
  for (const char* axis : {"x", "y"}) {
    const Json& domain = encoding[axis]["scale"]["domain"];
    for (const Json& value : values) {
      for (const std::string& name : {std::string(axis), "label_" + std::string(axis)}) {
        EXPECT_GE(value[name].get<double>(), domain[0].get<double>()) << name;
        EXPECT_LE(value[name].get<double>(), domain[1].get<double>()) << name;
      }
      EXPECT_FALSE(value["label"].get<std::string>().empty());
    }
  }
}

TEST(Scatter, ShowsEveryDesign) {
  const SweepResult result = SyntheticResult();
  const Pivot pivot = MakePivot(result);
  ExpectAllShown(Json::parse(AreaEnergyScatter(pivot, 1)), 15);
  ExpectAllShown(Json::parse(DelayAreaScatter(pivot, 1)), 15);
  EXPECT_EQ(AreaEnergyScatter(pivot, 0), "");
  EXPECT_EQ(DelayAreaScatter(pivot, 0), "");
}

TEST(Scatter, ShowsAPointAWorkloadOnlyWhereItMatters) {
  const SweepResult result = SyntheticWorkloads();
  const Pivot pivot = MakePivot(result);
  const Json energy = Json::parse(AreaEnergyScatter(pivot, 1));
  EXPECT_EQ(energy["data"]["values"].size(), 2u * 3);
  EXPECT_NE(energy.dump().find("zeros"), std::string::npos);
  EXPECT_EQ(Json::parse(DelayAreaScatter(pivot, 1))["data"]["values"].size(), 2u);
}

// A design many times as large as the others would leave these no room on an even axis.
TEST(Scatter, IsLogarithmicWhereOneDesignIsFarLarger) {
  SweepResult result = SyntheticResult();
  const auto scale = [&result] {
    const Json specification = Json::parse(AreaEnergyScatter(MakePivot(result), 1));
    ExpectAllShown(specification, 15);
    return specification["layer"][1]["encoding"]["x"]["scale"].value("type", "linear");
  };
  EXPECT_EQ(scale(), "linear");
  for (PointResult& point : result.points) {
    if (!point.cost || !point.cost->area_um2) continue;
    *point.cost->area_um2 *= 100;
    break;
  }
  EXPECT_EQ(scale(), "log");
}

// So would one that is a few times as large, if half of the others are next to each other.
TEST(Scatter, IsLogarithmicWhereHalfOfTheDesignsWouldStandTogether) {
  ScatterAxis axis;
  const auto is_logarithmic = [&axis](const std::vector<double>& values) {
    std::vector<Dot> dots;
    for (const double value : values) dots.push_back({nullptr, value, 0});
    FitAxis(axis, dots, &Dot::x);
    return axis.is_logarithmic;
  };
  EXPECT_TRUE(is_logarithmic({10, 11, 12, 13, 60}));
  EXPECT_FALSE(is_logarithmic({10, 11, 25, 40, 60}));
  EXPECT_FALSE(is_logarithmic({10, 60}));
  EXPECT_FALSE(is_logarithmic({0, 1, 2, 3, 60}));  // Zero has no logarithm.
  EXPECT_FALSE(is_logarithmic({10, 10, 10}));
}

TEST(Scatter, LeavesFailedPointsOut) {
  const SweepResult result = SyntheticResultWithFailures();
  const Pivot pivot = MakePivot(result);
  EXPECT_EQ(Json::parse(AreaEnergyScatter(pivot, 1))["data"]["values"].size(), 13u);
}

}  // namespace
}  // namespace macroscope
