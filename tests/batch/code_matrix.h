// Matrices of codes for products of matrices, drawn at random; and their designs.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "models/batch/block_gemm.h"

namespace macroscope {

// A design of block_dot in mac form; "" means what is usual.
struct DotRow {
  const char *operands, *accumulator = "fp32", *rounding = "", *overflow = "";
};
Design DotDesign(const DotRow& row, int lanes, const char* join);

// A matrix that owns its codes.
struct CodeMatrix {
  std::size_t lines = 0, length = 0;
  std::vector<std::uint16_t> elements;
  std::vector<std::uint32_t> scales;
  std::vector<std::uint16_t> microexponents;

  BlockMatrix view() const { return {lines, length, elements, scales, microexponents}; }
};

// Where the scale and the microexponent of an element are.
std::size_t ScaleIndex(const LaneOperand& operand, const CodeMatrix& m, std::size_t line,
                       std::size_t k);
std::size_t MicroIndex(const LaneOperand& operand, const CodeMatrix& m, std::size_t line,
                       std::size_t k);

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

// One operand's word of the operation whose lanes begin at element `first` of a line.
Bits OperandWord(const LaneOperand& operand, const CodeMatrix& m, std::size_t line,
                 std::size_t first);

}  // namespace macroscope
