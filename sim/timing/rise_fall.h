// A figure for each edge of a net.
#pragma once

namespace macroscope {

struct RiseFall {
  double rise = 0;
  double fall = 0;
};

}  // namespace macroscope
