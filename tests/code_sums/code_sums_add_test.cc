// One sum grows, modulo its width, and no other bit changes: every code, term and old sum of a
// small design, in two contents of the others.
#include "models/code_sums/code_sums_add.h"

#include <gtest/gtest.h>

#include "tests/code_sums/code_sums_designs.h"

namespace macroscope {
namespace {

TEST(CodeSumsAdd, OneSumGrows) {
  const CodeSumsShape shape = CodeSumsShape::Derive(CodeSumsDesign("bnb_fp4,int2", "fixed+1"));
  ASSERT_EQ(shape.sum_bits, 3);
  ASSERT_EQ(shape.word_bits(), 48);
  const CodeSumsAdd<Word64> add{shape};
  std::size_t cases = 0;
  for (const Word64 others : {Word64{0}, LowMask<Word64>(48), Word64{0x123456789abc}}) {
    for (std::uint64_t code = 0; code < 16; ++code) {
      for (std::uint64_t sum = 0; sum < 8; ++sum) {
        for (std::uint64_t term = 0; term < 4; ++term, ++cases) {
          const int place = 3 * static_cast<int>(code);
          const Word64 rest = others & ~(Word64{7} << place);
          const std::uint64_t grown = (sum + (term >= 2 ? term + 4 : term)) % 8;
          CodeSumsAdd<Word64>::In in;
          in.code = code;
          in.term = term;
          in.addend = rest | sum << place;
          ASSERT_EQ(add(in).z, rest | grown << place) << code << ": " << sum << " and " << term;
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 3u * 16 * 8 * 4);
}

}  // namespace
}  // namespace macroscope
