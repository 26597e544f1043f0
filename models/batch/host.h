// The vector instructions of the machine that runs, and its floating-point state.
#pragma once

#include <cstdint>

namespace macroscope {

enum class Instructions : std::uint8_t { kPortable, kAvx2, kAvx512 };
Instructions HostInstructions();

// While it lives, doubles are rounded to nearest, subnormals count, and exceptions neither trap nor
// leave a trace, whatever the caller has set.
class PlainDoubles {
 public:
  PlainDoubles();
  ~PlainDoubles();
  PlainDoubles(const PlainDoubles&) = delete;
  PlainDoubles& operator=(const PlainDoubles&) = delete;

 private:
  std::uint32_t saved_ = 0;
};

}  // namespace macroscope
