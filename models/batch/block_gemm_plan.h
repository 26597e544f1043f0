// What the kernel for products of matrices needs to know of a design of block_dot, worked out once.
//
// Elements become doubles, exactly, scales and microexponents multiplied in. The products of some
// lanes under one pair of scales then have an exact sum in a double: a term. Where even two lanes'
// would not fit, each element of `a` belongs to one of several parts by its exponent, and each part
// has its own terms. An operation's terms, and the accumulator if it is joined, are added without
// loss, rounded to odd in 53 bits, and from there once into the accumulator's format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "models/batch/float_plan.h"

namespace macroscope {

// Columns of b that lie side by side. Every kernel divides it into its vectors.
inline constexpr int kGemmColumns = 16;
inline constexpr int kMostGemmTerms = 64;

// How the accumulator is kept between operations, and becomes the next.
enum class GemmAccumulator : std::uint8_t {
  kSingle,    // binary32 to nearest even: by the host's own rounding.
  kFloating,  // Any format within a double, in any fixed direction: as the kernel "float" does it.
  kFixed,     // Two's complement in a 64-bit word.
};

struct BlockGemmPlan {
  int lanes = 0;         // Of an operation.
  int term_lanes = 0;    // That share a term: they divide a group.
  int parts = 1;         // Of a's elements,
  int part_binades = 0;  // each of so many exponents, from the format's quantum up.
  bool is_joined = false;
  // The rounding toward negative makes a sum of zero negative unless all terms are positive, which
  // is what a double's rounding to nearest does to their negatives: a is negated, and the sums.
  bool negates = false;

  GemmAccumulator accumulator = GemmAccumulator::kSingle;
  FloatPlan rounding;            // kFloating
  double fixed_scale = 1;        // kFixed: from a term to the accumulator's units.
  bool saturates = false;        // kFixed
  std::int64_t fixed_least = 0;  // kFixed: of the accumulator, and its greatest.
  std::int64_t fixed_largest = 0;
  std::uint64_t fixed_mask = 0;

  int terms() const { return lanes / term_lanes * parts; }
};

// Nothing if the design's numbers do not fit; then `reason`, if not null, says which.
std::optional<BlockGemmPlan> PlanBlockGemm(const Design& design, std::string* reason = nullptr);

// Decoded matrices, and where their product goes.
struct GemmWork {
  const double* a = nullptr;  // [part][row][length]
  const double* b = nullptr;  // [column / kGemmColumns][length][column % kGemmColumns]
  // Of several parts: whether b has an infinity or a NaN, [column / kGemmColumns][operation].
  const std::uint8_t* b_specials = nullptr;
  std::uint64_t* z = nullptr;  // [row][column]
  std::size_t rows = 0, columns = 0, length = 0;
  std::size_t first_row = 0, end_row = 0;  // Those that the call computes.
};

// Each runs only where the host has the instructions.
void BlockGemmPortable(const BlockGemmPlan& plan, const GemmWork& work);
void BlockGemmAvx2(const BlockGemmPlan& plan, const GemmWork& work);
void BlockGemmAvx512(const BlockGemmPlan& plan, const GemmWork& work);

}  // namespace macroscope
