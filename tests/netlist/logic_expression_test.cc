#include "sim/netlist/logic_expression.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace macroscope {
namespace {

struct TruthTable {
  const char* text;
  std::vector<std::string> inputs;
  std::uint64_t table;  // Bit i: the value where input j is bit j of i.

  friend std::ostream& operator<<(std::ostream& os, const TruthTable& t) { return os << t.text; }
};

class Function : public testing::TestWithParam<TruthTable> {};

TEST_P(Function, HasItsTruthTable) {
  const TruthTable& expected = GetParam();
  const LogicExpression function(expected.text);
  ASSERT_EQ(function.inputs(), expected.inputs);
  const std::size_t count = std::size_t{1} << expected.inputs.size();
  std::vector<std::uint64_t> words(expected.inputs.size(), 0);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < words.size(); ++j) words[j] |= (i >> j & 1) << i;
  }
  const std::uint64_t mask = count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
  EXPECT_EQ(function.Evaluate(words) & mask, expected.table) << expected.text;
}

using Names = std::vector<std::string>;
INSTANTIATE_TEST_SUITE_P(
    Grammar, Function,
    testing::Values(
        TruthTable{"A", Names{"A"}, 0b10}, TruthTable{"!A", Names{"A"}, 0b01},
        TruthTable{"A'", Names{"A"}, 0b01}, TruthTable{"!A'", Names{"A"}, 0b10},
        TruthTable{"!!A", Names{"A"}, 0b10}, TruthTable{"A''", Names{"A"}, 0b10},
        TruthTable{"(A B)", Names{"A", "B"}, 0b1000}, TruthTable{"A*B", Names{"A", "B"}, 0b1000},
        TruthTable{"A & B", Names{"A", "B"}, 0b1000}, TruthTable{"A+B", Names{"A", "B"}, 0b1110},
        TruthTable{"A | B", Names{"A", "B"}, 0b1110}, TruthTable{"A^B", Names{"A", "B"}, 0b0110},
        TruthTable{"!(A B)", Names{"A", "B"}, 0b0111},
        TruthTable{"(A B)'", Names{"A", "B"}, 0b0111},
        TruthTable{"(A)(B)", Names{"A", "B"}, 0b1000}, TruthTable{"A !B", Names{"A", "B"}, 0b0010},
        TruthTable{"1", Names{}, 0b1}, TruthTable{"0", Names{}, 0b0},
        // and before or, xor before and
        TruthTable{"A+B*C", Names{"A", "B", "C"}, 0b11101010},
        TruthTable{"A+B C", Names{"A", "B", "C"}, 0b11101010},
        TruthTable{"A*B^C", Names{"A", "B", "C"}, 0b00101000},
        TruthTable{"A B^C", Names{"A", "B", "C"}, 0b00101000},
        TruthTable{"(((A B) C) + !(A + B))", Names{"A", "B", "C"}, 0b10010001},
        TruthTable{"(A^B)^C", Names{"A", "B", "C"}, 0b10010110},
        // a function that goes on in the next line of its file
        TruthTable{"(A & \\\n B)", Names{"A", "B"}, 0b1000}));

TEST(FunctionError, SaysWhereAndWhatIsKnown) {
  for (const char* text : {"", "(A", "A)", "A +", "!", "A ~ B", "A ^ ^ B", "()", "+A", "A @"}) {
    try {
      const LogicExpression function(text);
      ADD_FAILURE() << "`" << text << "` was accepted";
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()).find("at character"), std::string::npos) << error.what();
    }
  }
  EXPECT_THROW(LogicExpression(std::string(100000, '(')), std::invalid_argument);
}

}  // namespace
}  // namespace macroscope
