// The judge: a*b + c in exact arithmetic (GMP), then one rounding. It knows no datapath, and no
// datapath knows it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "models/common/bits.h"
#include "models/design/design.h"
#include "models/reference/quantize.h"

namespace macroscope {

// TestFloat's flag bits.
struct Flags {
  static constexpr std::uint8_t kInexact = 1, kUnderflow = 2, kOverflow = 4, kDivideByZero = 8,
                                kInvalid = 16;
};

class Reference {
 public:
  explicit Reference(const Design& design);
  ~Reference();

  // One operation z = a*b + c. `flags`, if given, receives the OR of Flags bits (floating
  // accumulators; tininess after rounding); 0 for fixed point.
  Bits MultiplyAdd(std::uint64_t a, std::uint64_t b, const Bits& c, std::uint8_t* flags = nullptr);

  // Many: a, b one code each; c, z `LimbsFor(accumulator bits)` limbs each. Reuses its GMP storage.
  void Evaluate(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                std::span<const std::uint64_t> c, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags = {});

  // sum a[i]*b[i], exact, rounded once into the accumulator.
  Bits Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace macroscope
