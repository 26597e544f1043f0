// A small fast generator: xoshiro256++ (Blackman and Vigna, public domain), seeded by splitmix64.
// The same seed gives the same stream on every machine.
#pragma once

#include <bit>
#include <cstdint>

namespace macroscope {

class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += 0x9e3779b97f4a7c15u;
      std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9u;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
      word = mixed ^ (mixed >> 31);
    }
  }

  std::uint64_t Next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // From 0 to below - 1; below is at most 2^32.
  std::uint64_t Below(std::uint64_t below) { return ((Next() >> 32) * below) >> 32; }
  // From -most to most.
  std::int64_t Around(std::int64_t most) {
    return static_cast<std::int64_t>(Below(static_cast<std::uint64_t>(2 * most + 1))) - most;
  }

 private:
  std::uint64_t state_[4];
};

}  // namespace macroscope
