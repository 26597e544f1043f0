// The rows of data that a chart of points is made of.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/pivot.h"

namespace macroscope {

// Of the drawing, in pixels: labels stand where they are free at this size.
inline constexpr double kScatterWidth = 680;
inline constexpr double kScatterHeight = 400;

struct ScatterAxis {
  std::string title;
  std::function<std::optional<double>(const PointResult&)> figure;  // Of a point that has a cost.
  double low = 0;
  double high = 1;
  bool is_logarithmic = false;

  // How far up the axis a figure is, from 0 to 1, and back.
  double Share(double value) const;
  double At(double share) const;
};

struct Dot {
  const DesignRow* row;
  double x;
  double y;
};

// The technology's points that have both figures; else one a design, under the first workload.
std::vector<Dot> MakeDots(const Pivot& pivot, std::size_t technology, const ScatterAxis& x,
                          const ScatterAxis& y, bool is_by_workload);

// Sets the axis to the range of the dots' figures, with a margin; logarithmic where the largest are
// so much larger than the others that these would all be in one corner.
void FitAxis(ScatterAxis& axis, const std::vector<Dot>& dots, double Dot::*figure);

// A field of data along an axis that fits it, as Vega-Lite encodes it.
nlohmann::ordered_json AxisField(const char* name, const ScatterAxis& axis);

// The key whose values have colours: PanelKey if it tells rows apart, else the first that does; ""
// if they are too many.
std::string ColorKey(const Pivot& pivot);

// A row a dot: x, y, label, its place (label_x, label_y), color, and the end of a leader to labels
// that are not beside it (end_x, end_y). All places are in the axes' coordinates.
nlohmann::ordered_json ScatterData(const Pivot& pivot, const std::vector<Dot>& dots,
                                   const ScatterAxis& x, const ScatterAxis& y,
                                   const std::string& color_key, bool is_by_workload);

}  // namespace macroscope
