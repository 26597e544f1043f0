// The law of home/rtl/toy: z = a*b + offset + c modulo 2^c_bits, in stages multiply and add.
#pragma once

#include <memory>

#include "models/common/unit.h"

namespace macroscope {

class ToyUnit : public Unit {
 public:
  struct Options {
    int width_bits = 8;
    int c_bits = 20;
    std::int32_t offset = 0;
    std::uint32_t cuts = 0;
    std::string top = "toy";
  };

  explicit ToyUnit(const Options& options);

  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags = {}) const override;
  std::vector<Bits> Trace(const Operation& in) const override;

 private:
  std::int64_t Product(std::uint64_t a, std::uint64_t b) const;

  std::int32_t offset_;
};

}  // namespace macroscope
