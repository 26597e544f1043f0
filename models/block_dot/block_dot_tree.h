// Rounds each term, then adds neighbours, rounding each sum, until one is left: terms 0 and 1, 2
// and 3, ...; the odd one at the end of a level goes on to the next. Twin of
// rtl/block_dot/block_dot_tree.sv.
#pragma once

#include "models/block_dot/block_dot_accumulate.h"
#include "models/block_dot/block_dot_normalize.h"

namespace macroscope {

template <typename Word>
struct BlockDotTree {
  BlockDotAlign<Word> align;  // One term at a time.
  BlockDotAdd<Word> sign;
  BlockDotNormalize<Word> normalize;
  FloatRound<Word> round;
  BlockDotAccumulate add;

  explicit BlockDotTree(const BlockDotShape& s)
      : align(s), sign(s), normalize(s), round(s.design), add(s) {}

  std::uint64_t operator()(const LaneVector<DotTerm<Word>>& terms) const {
    LaneVector<std::uint64_t> nodes;
    for (const DotTerm<Word>& term : terms) nodes.push_back(Leaf(term));
    while (nodes.size() > 1) {
      LaneVector<std::uint64_t> level;
      for (std::size_t i = 0; i < nodes.size(); i += 2) {
        level.push_back(i + 1 < nodes.size() ? add(nodes[i], nodes[i + 1]) : nodes[i]);
      }
      nodes = level;
    }
    return nodes.front();
  }

 private:
  std::uint64_t Leaf(const DotTerm<Word>& term) const {
    LaneVector<DotTerm<Word>> one;
    one.push_back(term);
    const auto rounded = round(normalize(sign(align({.terms = one}))), /*r=*/0);
    return static_cast<std::uint64_t>(rounded.z);
  }
};

}  // namespace macroscope
