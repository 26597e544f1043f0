// Quires to be rounded: words of any length, the ends of the range, powers of two and runs of ones,
// a few steps from them; now and then NaR.
#pragma once

#include <cstdint>
#include <string>

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

}  // namespace macroscope
