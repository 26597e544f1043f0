// Where the labels of points go so that they overlap neither each other nor the points.
#pragma once

#include <string>
#include <vector>

namespace macroscope {

// Pixels, y downwards.
struct Place {
  double x = 0;
  double y = 0;
};

struct LabelledPoint {
  Place point;
  std::string label;
};

// The middle of every label in a drawing of that size: the nearest place to its point that is free.
// A label for which there is none goes to the right of its point all the same. Widths of texts are
// estimated.
std::vector<Place> PlaceLabels(const std::vector<LabelledPoint>& points, double width,
                               double height);

// Half of a label's estimated size.
Place HalfSizeOf(const std::string& label);

}  // namespace macroscope
