// Products of matrices by the operations of a block_dot in mac form, bit for bit:
//
//   z[m][n] = the last of  c = +0;  c = block_dot(a[m][k ...], b[k ...][n], c),  k by k lanes
//
// many times faster than operation by operation. What it gives depends on neither the machine nor
// the options.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "models/batch/batch.h"

namespace macroscope {

// The numbers of one operand as codes, line after line: the rows of a, the columns of b. Along a
// line run the products that are summed. Bits above a code's width are not looked at.
struct BlockMatrix {
  std::size_t lines = 0;
  std::size_t length = 0;  // Of a line.
  std::span<const std::uint16_t> elements;
  // One a block of the format, the last of a line may be cut short; of a format whose block is a
  // tensor one in all. Empty where the operand has none.
  std::span<const std::uint32_t> scales;
  std::span<const std::uint16_t> microexponents;  // One a sub-block.
};

class GemmOperand;
struct BlockGemmPlan;

// One can serve many threads at a time.
class BlockGemm {
 public:
  // Whether a design of block_dot is computed here; if not, `reason`, if not null, says why, and
  // the unit's laws are the way. It takes exact reductions; elements of at most 16 bits some of
  // whose products have exact sums in a double, if need be with one operand in up to four parts by
  // exponent; and, without a rounding operand, floating accumulators within a double and fixed
  // ones of one word without flags.
  static bool Supports(const Design& design, std::string* reason = nullptr);

  // Throws std::invalid_argument, with the reason, for a design without support. Of the options,
  // `portable` means a kernel that any machine has, and `doubles` nothing.
  explicit BlockGemm(const Design& design, BatchOptions options = {});
  ~BlockGemm();

  // z[row * b.lines + column], one word each. Throws std::invalid_argument unless both lengths are
  // one multiple of the design's lanes, and the spans as long as that says. Needs 8 bytes and less
  // than 32 more for each element of a, and 8 for one of b.
  void Multiply(const BlockMatrix& a, const BlockMatrix& b, std::span<std::uint64_t> z) const;

  std::string_view kernel() const { return kernel_; }  // "portable", "avx2" or "avx512".

 private:
  BatchOptions options_;
  std::unique_ptr<const BlockGemmPlan> plan_;
  std::unique_ptr<const GemmOperand> a_, b_;
  std::string_view kernel_ = "portable";
};

}  // namespace macroscope
