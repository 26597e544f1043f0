// Products of matrices as block_dot's definition reads, in integers as wide as they need: the judge
// of models/batch/block_gemm.h, which shares nothing with it but what a code means.
#pragma once

#include "tests/batch/code_matrix.h"

namespace macroscope {

// z[row * b.lines + column] of a design whose reduction is exact.
std::vector<std::uint64_t> NaiveGemm(const Design& design, const CodeMatrix& a,
                                     const CodeMatrix& b);

}  // namespace macroscope
