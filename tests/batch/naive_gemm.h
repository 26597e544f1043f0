// Products of matrices as block_dot's definition reads, in integers as wide as they need: the judge
// of models/batch/block_gemm.h, which shares nothing with it but what a code means.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "models/batch/block_gemm.h"

namespace macroscope {

// A matrix that owns its codes.
struct CodeMatrix {
  std::size_t lines = 0, length = 0;
  std::vector<std::uint16_t> elements;
  std::vector<std::uint32_t> scales;
  std::vector<std::uint16_t> microexponents;

  BlockMatrix view() const { return {lines, length, elements, scales, microexponents}; }
};

// What numbers a matrix is drawn of. Each has blocks of zeros, of subnormals, of the largest
// numbers, and with one element far from the others.
enum class Draw {
  kNear,      // Scales near each other, so that sums meet and cancel.
  kFar,       // Scales at both ends, so that sums overflow and vanish.
  kAll,       // Any scale.
  kSpecials,  // Some infinities, NaNs, and scales that are NaN.
};
CodeMatrix DrawMatrix(const LaneOperand& operand, std::size_t lines, std::size_t length, Draw draw,
                      std::mt19937_64& bits);

// z[row * b.lines + column] of a design whose reduction is exact.
std::vector<std::uint64_t> NaiveGemm(const Design& design, const CodeMatrix& a,
                                     const CodeMatrix& b);

// One operand's word of the operation whose lanes begin at element `first` of a line.
Bits OperandWord(const LaneOperand& operand, const CodeMatrix& matrix, std::size_t line,
                 std::size_t first);

}  // namespace macroscope
