#include "sim/report/label_placement.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace macroscope {
namespace {

// At the 11 pixels that labels are written with.
constexpr double kCharacterWidth = 6.6;
constexpr double kLineHeight = 13;
constexpr double kPointRadius = 6;

constexpr double kDistances[] = {9, 20, 34, 50, 70, 95};
constexpr int kAngles = 16;

struct Box {
  Place middle;
  Place half;

  bool Overlaps(const Box& other) const {
    return std::abs(middle.x - other.middle.x) < half.x + other.half.x &&
           std::abs(middle.y - other.middle.y) < half.y + other.half.y;
  }
  bool IsWithin(double width, double height) const {
    return middle.x >= half.x && middle.x + half.x <= width && middle.y >= half.y &&
           middle.y + half.y <= height;
  }
};

// A label's box, the nearest edge or corner of which is `distance` away from the point.
Box BoxAt(const LabelledPoint& labelled, double distance, int step) {
  const double angle = 2 * std::numbers::pi * step / kAngles;
  const Place half = HalfSizeOf(labelled.label);
  return {{labelled.point.x + std::cos(angle) * (distance + half.x),
           labelled.point.y + std::sin(angle) * (distance + half.y)},
          half};
}

// The place of the box that is nearest to a point.
Place NearestOf(const Box& box, const Place& point) {
  return {std::clamp(point.x, box.middle.x - box.half.x, box.middle.x + box.half.x),
          std::clamp(point.y, box.middle.y - box.half.y, box.middle.y + box.half.y)};
}

// Whether the way from a point to its label passes another one, as whose label it would be read.
bool PassesAnother(const Box& box, const LabelledPoint& labelled,
                   const std::vector<LabelledPoint>& points) {
  constexpr int kSteps = 12;
  const Place& from = labelled.point;
  const Place to = NearestOf(box, from);
  return std::ranges::any_of(points, [&](const LabelledPoint& other) {
    if (&other == &labelled) return false;
    for (int i = 1; i <= kSteps; ++i) {
      const double part = static_cast<double>(i) / kSteps;
      const Place at = {from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)};
      const double distance = std::hypot(at.x - other.point.x, at.y - other.point.y);
      // Points on top of each other cannot be told apart anyway.
      const double apart = std::hypot(from.x - other.point.x, from.y - other.point.y);
      if (distance < std::min(kPointRadius, apart)) return true;
    }
    return false;
  });
}

}  // namespace

Place HalfSizeOf(const std::string& label) {
  // Bytes that go on with a character have no width.
  const auto characters = std::ranges::count_if(
      label, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
  return {kCharacterWidth * static_cast<double>(characters) / 2, kLineHeight / 2};
}

std::vector<Place> PlaceLabels(const std::vector<LabelledPoint>& points, double width,
                               double height) {
  std::vector<Box> taken;
  for (const LabelledPoint& labelled : points) {
    taken.push_back({labelled.point, {kPointRadius, kPointRadius}});
  }
  std::vector<Place> places;
  for (const LabelledPoint& labelled : points) {
    Box chosen = BoxAt(labelled, kDistances[0], 0);
    const auto find = [&] {
      for (const double distance : kDistances) {
        for (int step = 0; step < kAngles; ++step) {
          const Box box = BoxAt(labelled, distance, step);
          const bool is_free =
              std::ranges::none_of(taken, [&](const Box& other) { return other.Overlaps(box); });
          if (is_free && box.IsWithin(width, height) && !PassesAnother(box, labelled, points)) {
            return box;
          }
        }
      }
      return chosen;
    };
    chosen = find();
    taken.push_back(chosen);
    places.push_back(chosen.middle);
  }
  return places;
}

}  // namespace macroscope
