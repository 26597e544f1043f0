#include "models/reference/vsq_calibration.h"

#include <algorithm>
#include <cmath>

#include "models/reference/block_scale.h"
#include "models/reference/quantize.h"

namespace macroscope {

bool HasIntegerScale(const BlockFormat& format) {
  return format.scale.is_integer() && !format.scale_is_exponent;
}

VsqScales CalibrateVsq(const BlockFormat& format, std::span<const float> values) {
  const double greatest_element = GreatestValue(format.element);
  const std::size_t block = format.block_elements == 0
                                ? std::max<std::size_t>(values.size(), 1)
                                : static_cast<std::size_t>(format.block_elements);
  std::vector<double> wanted;
  double most = 0;
  for (std::size_t first = 0; first < values.size(); first += block) {
    float largest = 0;
    for (const float x : values.subspan(first, std::min(block, values.size() - first))) {
      largest = std::max(largest, std::abs(x));
    }
    wanted.push_back(largest / greatest_element);
    most = std::max(most, wanted.back());
  }
  VsqScales calibrated;
  if (format.has_tensor_scale && most > 0) {
    calibrated.tensor_scale = static_cast<float>(most / GreatestValue(format.scale));
  }
  for (const double s : wanted) {
    calibrated.scales.push_back(Quantize(s / calibrated.tensor_scale, format.scale,
                                         Rounding::kTiesToEven, Overflow::kSaturate)
                                    .code);
  }
  return calibrated;
}

}  // namespace macroscope
