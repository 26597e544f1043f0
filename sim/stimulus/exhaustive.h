// Every operation of a small design, each once, a fastest, the rounding operand last; or every pair
// (a, b) with a corner-biased c, where c is too wide.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "models/design/design.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

inline constexpr int kMostExhaustiveBits = 24;

class Exhaustive : public OperandSource {
 public:
  // Whether all (a, b, c, r), or all (a, b), have at most kMostExhaustiveBits bits.
  static bool CoversAll(const Design& design, int c_bits);
  static bool CoversPairs(const Design& design);

  // All (a, b, c, r). Throws std::invalid_argument unless CoversAll.
  Exhaustive(const Design& design, int c_bits);
  // All (a, b), each `repeats` times with another c and r. Throws std::invalid_argument unless
  // CoversPairs.
  Exhaustive(const Design& design, int c_bits, std::uint64_t seed, std::uint64_t repeats = 1);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  // Operations in the whole stream.
  std::uint64_t size() const { return size_; }

 private:
  int a_bits_;
  int b_bits_;
  int c_bits_;
  std::uint64_t r_codes_;  // How many rounding operands there are; 1 if the design has none.
  std::uint64_t seed_ = 0;
  std::uint64_t size_ = 0;
  std::uint64_t next_ = 0;
  std::unique_ptr<RandomSource> c_source_;  // Draws c and r. Null: they are walked as well.
};

// The most telling stream for a design: all operations, or all pairs `repeats` times, or, without
// an end, corner-biased ones.
std::unique_ptr<OperandSource> MakeOperandSource(const Design& design, int c_bits,
                                                 std::uint64_t seed, std::uint64_t repeats = 1);

}  // namespace macroscope
