// The codes of a format where datapaths tend to be wrong.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/formats/format.h"
#include "sim/stimulus/random.h"

namespace macroscope {

enum class Corner : std::uint8_t {
  kSpecial,     // Infinities and NaNs.
  kZero,        // Of either sign.
  kExtreme,     // Least and greatest subnormals and normals, integers' ends; one step either way.
  kPowerOfTwo,  // One step below, itself, one above; of either sign.
  kWalkingBit,  // One bit set, one bit clear, a run of ones from either end.
};
inline constexpr int kCorners = 5;

class CornerCodes {
 public:
  explicit CornerCodes(const Format& format);

  // The distinct codes of a corner; empty where the format has none.
  const std::vector<std::uint64_t>& codes(Corner corner) const {
    return codes_[static_cast<std::size_t>(corner)];
  }

  // Any code in half the draws, else one of the corners'.
  std::uint64_t Draw(Random& random) const {
    const std::uint64_t word = random.Next();
    const std::vector<std::uint64_t>* corner = slots_[word % kSlots];
    if (corner == nullptr) return std::rotr(word, 8) & mask_;
    return (*corner)[((word >> 32) * corner->size()) >> 32];
  }

  CornerCodes(const CornerCodes&) = delete;
  CornerCodes& operator=(const CornerCodes&) = delete;

 private:
  static constexpr int kSlots = 16;

  std::uint64_t mask_;
  std::array<std::vector<std::uint64_t>, kCorners> codes_;
  std::array<const std::vector<std::uint64_t>*, kSlots> slots_{};  // Null: any code.
};

}  // namespace macroscope
