// Quires to be rounded: words of any length, the ends of the range, powers of two and runs of ones,
// a few steps from them; now and then NaR.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/design/design.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

class QuireWords : public RandomSource {
 public:
  // Of posit_quire_round. The stream does not end.
  QuireWords(const Design& design, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  void Complete(const OperandBuffers& out) override;

 private:
  std::uint64_t seed_;
  int code_bits_;
  Random random_;
};

// What the quire of `posit` holds after each product of its codes a[i] and b[i], in limbs, where
// every `length` products a new sum begins. NaR counts as 0.
std::vector<std::uint64_t> RunningQuires(const Format& posit, std::span<const std::uint64_t> a,
                                         std::span<const std::uint64_t> b, std::uint64_t length);

}  // namespace macroscope
