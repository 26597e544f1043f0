// Matrices of codes as the doubles that the kernel for their products takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/batch/block_gemm_plan.h"

namespace macroscope {

struct BlockMatrix;

// One operand's way from codes to values, with scale and microexponent; exact.
class GemmOperand {
 public:
  explicit GemmOperand(const LaneOperand& operand);

  // Scales of a line of `length` elements (1 for all lines where a tensor is one block), and
  // microexponents.
  std::size_t scales(std::size_t length) const;
  std::size_t microexponents(std::size_t length) const;
  bool has_tensor_blocks() const { return operand_.is_block() && block_elements_ == 0; }

  // [part][line][length]: each value in its part, and zeros of its sign in all others. What is no
  // number is in all of them.
  std::vector<double> Lines(const BlockMatrix& matrix, const BlockGemmPlan& plan) const;
  // [line / kGemmColumns][length][line % kGemmColumns]; zeros where there are no lines.
  std::vector<double> Columns(const BlockMatrix& matrix) const;

 private:
  double ScaleOf(std::uint32_t code) const;
  void DecodeLine(const BlockMatrix& matrix, std::size_t line, std::span<double> values) const;

  LaneOperand operand_;
  std::size_t block_elements_ = 0;
  std::uint64_t mask_ = 0;        // Of an element's code.
  std::vector<double> elements_;  // By code.
  std::vector<int> binades_;      // By code: the exponent above the least one's; -1 if no number.
};

// [column / kGemmColumns][operation] of Columns(): whether any is no finite number.
std::vector<std::uint8_t> SpecialsOf(std::span<const double> columns, int lanes);

}  // namespace macroscope
