// The kernel for products of matrices (models/batch/block_gemm_plan.h says how it works), over any
// number of lanes. Included by the files that choose the instructions, and by nothing else.
#pragma once

#include <algorithm>
#include <cstring>

#include "models/batch/block_gemm_accumulators.h"

namespace macroscope {
namespace {

// Some rows of a against one group of columns of b, over all of their length.
template <int kLanes, template <int> typename Accumulator>
class GemmTile : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using typename Math::Real, typename Math::Word;
  using State = typename Accumulator<kLanes>::State;

 public:
  static constexpr int kVectors = kGemmColumns / kLanes;
  static constexpr int kSums = 8;  // At once: as many as hide an addition's latency.
  static constexpr int kRows = kSums / kVectors;

  GemmTile(const BlockGemmPlan& plan, const GemmWork& work)
      : plan_(plan), work_(work), accumulator_(plan) {}

  // Rows from `row` on, as many of kRows as there are; columns of group `tile`.
  void Run(std::size_t row, std::size_t tile) {
    // Rows that are not there are the last one once more.
    const double* a[kRows];
    for (int r = 0; r < kRows; ++r) {
      a[r] = work_.a + std::min(row + static_cast<std::size_t>(r), work_.rows - 1) * work_.length;
    }
    const double* b = work_.b + tile * work_.length * kGemmColumns;
    const auto lanes = static_cast<std::size_t>(plan_.lanes);
    const std::size_t operations = work_.length / lanes;
    State states[kSums];
    for (State& state : states) state = Accumulator<kLanes>::Zero();
    for (std::size_t operation = 0; operation < operations; ++operation) {
      const std::size_t k = operation * lanes;
      MakeTerms(a, b, k);
      if (work_.b_specials != nullptr && work_.b_specials[tile * operations + operation] != 0) {
        ReplaceSpecials(a, b, k);
      }
      const int count = plan_.terms();
      for (int i = 0; i < kSums; ++i) accumulator_.Join(terms_[i], count, states[i]);
    }
    StoreCodes(states, row, tile);
  }

 private:
  void MakeTerms(const double* const (&a)[kRows], const double* b, std::size_t k) {
    const std::size_t part_size = work_.rows * work_.length;
    int term = 0;
    for (int lane = 0; lane < plan_.lanes; lane += plan_.term_lanes) {
      for (int part = 0; part < plan_.parts; ++part, ++term) {
        const std::size_t at = k + static_cast<std::size_t>(lane);
        Real sums[kSums];
        Dot(a, static_cast<std::size_t>(part) * part_size + at, b + at * kGemmColumns, sums);
        for (int i = 0; i < kSums; ++i) terms_[i][term] = sums[i];
      }
    }
  }

  // The sums of the products of a term's lanes, from a[..][at] and b on.
  [[gnu::always_inline]] void Dot(const double* const (&a)[kRows], std::size_t at, const double* b,
                                  Real (&sums)[kSums]) const {
    // What nothing but negative zeros leaves negative.
    for (Real& sum : sums) sum = -0.0 - Real{};
    const auto end = at + static_cast<std::size_t>(plan_.term_lanes);
    for (; at < end; ++at, b += kGemmColumns) {
      Real columns[kVectors];
      for (int v = 0; v < kVectors; ++v) columns[v] = Load<Real>(b + v * kLanes);
      for (int r = 0; r < kRows; ++r) {
        const Real element = a[r][at] - Real{};
        for (int v = 0; v < kVectors; ++v) sums[r * kVectors + v] += element * columns[v];
      }
    }
  }

  // Where b has an infinity or a NaN, other parts' zeros make NaNs of it that are none. What
  // becomes of the sum is what the whole elements say; where that is a number, the terms stand.
  [[gnu::noinline]] void ReplaceSpecials(const double* const (&a)[kRows], const double* b,
                                         std::size_t k) {
    const std::size_t part_size = work_.rows * work_.length;
    for (int i = 0; i < kSums; ++i) {
      Real whole{};
      for (std::size_t at = k; at < k + static_cast<std::size_t>(plan_.lanes); ++at) {
        // Where all parts have the same infinity, so has their sum.
        double element = 0;
        for (int part = 0; part < plan_.parts; ++part) {
          element += a[i / kVectors][static_cast<std::size_t>(part) * part_size + at];
        }
        whole += element * Load<Real>(b + at * kGemmColumns + i % kVectors * kLanes);
      }
      constexpr std::uint64_t kInfinity = ExactSum<kLanes>::kInfinity;
      const auto is_number = (reinterpret_cast<Word>(whole) & kInfinity) != kInfinity;
      for (int t = 0; t < plan_.terms(); ++t) terms_[i][t] = is_number ? terms_[i][t] : whole;
    }
  }

  void StoreCodes(const State* states, std::size_t row, std::size_t tile) const {
    const std::size_t column = tile * kGemmColumns;
    const std::size_t columns = std::min<std::size_t>(kGemmColumns, work_.columns - column);
    const std::size_t rows = std::min<std::size_t>(kRows, work_.end_row - row);
    for (std::size_t r = 0; r < rows; ++r) {
      std::uint64_t codes[kGemmColumns];
      for (int v = 0; v < kVectors; ++v) {
        Store(codes + v * kLanes,
              accumulator_.Codes(states[r * kVectors + static_cast<std::size_t>(v)]));
      }
      std::memcpy(work_.z + (row + r) * work_.columns + column, codes, columns * sizeof *codes);
    }
  }

  const BlockGemmPlan plan_;  // Copies: nothing that is written can change them.
  const GemmWork work_;
  const Accumulator<kLanes> accumulator_;
  Real terms_[kSums][kMostGemmTerms + 1];
};

// Groups of columns outside: one stays in the second-level cache while all rows pass.
template <int kLanes, template <int> typename Accumulator>
void RunGemm(const BlockGemmPlan& plan, const GemmWork& work) {
  using Tile = GemmTile<kLanes, Accumulator>;
  Tile run(plan, work);
  for (std::size_t tile = 0; tile * kGemmColumns < work.columns; ++tile) {
    for (std::size_t row = work.first_row; row < work.end_row; row += Tile::kRows) {
      run.Run(row, tile);
    }
  }
}

template <int kLanes>
void RunBlockGemm(const BlockGemmPlan& plan, const GemmWork& work) {
  switch (plan.accumulator) {
    case GemmAccumulator::kSingle:
      return RunGemm<kLanes, SingleAccumulator>(plan, work);
    case GemmAccumulator::kFloating:
      return RunGemm<kLanes, FloatingAccumulator>(plan, work);
    case GemmAccumulator::kFixed:
      return RunGemm<kLanes, FixedAccumulator>(plan, work);
  }
}

}  // namespace
}  // namespace macroscope
