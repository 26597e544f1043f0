// What enters a unit's first stage.
#pragma once

#include <cstdint>

namespace macroscope {

struct OperandCodes {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  friend bool operator==(const OperandCodes&, const OperandCodes&) = default;
};

}  // namespace macroscope
