// block_dot: lookup of codebooks' codes, unpack, multiply, then as the design has it reduce, scale,
// gather, level; and into a fixed-point accumulator add, accumulate; into a floating one align,
// add, normalize, round, or tree, and accumulate where the accumulator joins after. Twin of
// rtl/block_dot/block_dot.sv.
#pragma once

#include <variant>

#include "models/block_dot/block_dot_gather.h"
#include "models/block_dot/block_dot_level.h"
#include "models/block_dot/block_dot_lookup.h"
#include "models/block_dot/block_dot_tree.h"
#include "models/common/fixed_accumulate.h"

namespace macroscope {

// A number in the accumulator's format, on its way to the accumulator; and what leaves the unit.
struct BlockDotRounded {
  std::uint64_t z = 0;
  friend bool operator==(const BlockDotRounded&, const BlockDotRounded&) = default;
  template <typename Visitor>
  void Visit(const BlockDotShape& s, Visitor&& visit) const {
    visit("z", s.accumulator.width_bits(), z);
  }
};
template <typename Word>
struct BlockDotResult {
  Word z{0};
  friend bool operator==(const BlockDotResult&, const BlockDotResult&) = default;
  template <typename Visitor>
  void Visit(const BlockDotShape& s, Visitor&& visit) const {
    visit("z", s.is_fixed ? s.fixed.word_bits() : s.accumulator.width_bits(), z);
  }
};
template <typename Word>
struct BlockDotFixedSum : FixedAdd<Word>::Out {
  friend bool operator==(const BlockDotFixedSum&, const BlockDotFixedSum&) = default;
  template <typename Visitor>
  void Visit(const BlockDotShape& s, Visitor&& visit) const {
    FixedAdd<Word>::Out::Visit(s.fixed, visit);
  }
};

template <typename W>
struct BlockDotLaws {
  using Word = W;
  using LookedUp = BlockDotLookup::Out;
  using Unpacked = BlockDotUnpack::Out;
  using Products = typename BlockDotMultiply<W>::Out;
  using Sums = typename BlockDotReduce<W>::Out;
  using Scaled = typename BlockDotScale<W>::Out;
  using Gathered = typename BlockDotGather<W>::Out;
  using Leveled = typename BlockDotLevel<W>::Out;
  using FixedSum = BlockDotFixedSum<W>;
  using Aligned = typename BlockDotAlign<W>::Out;
  using Sum = typename BlockDotAdd<W>::Out;
  using Normalized = typename BlockDotNormalize<W>::Out;
  using Rounded = BlockDotRounded;
  using Result = BlockDotResult<W>;
  using Payload = std::variant<WideCodes, LookedUp, Unpacked, Products, Sums, Scaled, Gathered,
                               Leveled, FixedSum, Aligned, Sum, Normalized, Rounded, Result>;

  BlockDotShape shape;
  BlockDotLookup lookup;
  BlockDotUnpack unpack;
  BlockDotMultiply<W> multiply;
  BlockDotReduce<W> reduce;
  BlockDotScale<W> scale;
  BlockDotGather<W> gather;
  BlockDotLevel<W> level;
  FixedAdd<W> fixed_add;
  FixedAccumulate<W> fixed_accumulate;
  BlockDotAlign<W> align;
  BlockDotAdd<W> add;
  BlockDotNormalize<W> normalize;
  FloatRound<W> round;
  BlockDotTree<W> tree;
  BlockDotAccumulate accumulate;

  explicit BlockDotLaws(const Design& design) : BlockDotLaws(BlockDotShape::Derive(design)) {}
  explicit BlockDotLaws(const BlockDotShape& s)
      : shape(s),
        lookup(s),
        unpack(s),
        multiply(s),
        reduce{s},
        scale{s},
        gather{s},
        level{s},
        fixed_add{s.fixed},
        fixed_accumulate{s.fixed},
        align(s),
        add(s),
        normalize(s),
        round(s.design),
        tree(s),
        accumulate(s) {}

  // The datapath: what each stage makes of the one before it. Which stage comes next depends on the
  // design.
  Payload Next(const WideCodes& in, const Beside<W>&) const {
    if (shape.looks_up) return lookup(in);
    return unpack(in);
  }
  Unpacked Next(const LookedUp& in, const Beside<W>&) const { return unpack(in.codes); }
  Products Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Payload Next(const Products& in, const Beside<W>& beside) const {
    if (shape.sums_groups) return reduce(in);
    if (shape.has_scale) return scale(in);
    return Join(in.terms, beside);
  }
  Payload Next(const Sums& in, const Beside<W>& beside) const {
    if (shape.has_scale) return scale(in);
    return Join(in.terms, beside);
  }
  Payload Next(const Scaled& in, const Beside<W>& beside) const {
    if (shape.gathers) return gather(in);
    return Join(in.terms, beside);
  }
  Payload Next(const Gathered& in, const Beside<W>& beside) const { return Join(in.terms, beside); }
  Aligned Next(const Leveled& in, const Beside<W>& beside) const {
    return align({.terms = in.terms, .addend = static_cast<std::uint64_t>(beside.c)});
  }
  Result Next(const FixedSum& in, const Beside<W>&) const { return {fixed_accumulate(in).sum}; }
  Payload Next(const Aligned& in, const Beside<W>&) const {
    if (in.parts.size() > 1) return add(in);
    return normalize(add(in));
  }
  Normalized Next(const Sum& in, const Beside<W>&) const { return normalize(in); }
  Payload Next(const Normalized& in, const Beside<W>&) const {
    const auto z = round(in, /*r=*/0).z;
    if (shape.is_after) return Rounded{static_cast<std::uint64_t>(z)};
    return Result{z};
  }
  Result Next(const Rounded& in, const Beside<W>& beside) const {
    return {W(accumulate(in.z, static_cast<std::uint64_t>(beside.c)))};
  }
  static const W& Value(const Result& result) { return result.z; }

  // Terms that add nothing: all -0, or +0 where a sum of both is -0. Of the stage that the
  // accumulator follows.
  Payload Idle() const {
    if (shape.is_after) {
      const bool negative = !shape.zero_is_negative && shape.accumulator.has_negative_zero();
      return Rounded{negative ? shape.accumulator.sign_mask() : 0};
    }
    if (shape.levels) return Leveled{IdleTerms()};
    if (shape.gathers) return Gathered{IdleTerms()};
    if (shape.has_scale) return Scaled{IdleTerms()};
    if (shape.sums_groups) return Sums{IdleTerms(), {}};
    return Products{IdleTerms(), {}, {}, {}};
  }

  template <typename Out>
  requires(!std::is_same_v<Out, WideCodes>) const BlockDotShape& ShapeOf(const Out&) const {
    return shape;
  }

 private:
  LaneVector<DotTerm<W>> IdleTerms() const {
    const bool negative = !shape.is_fixed && !shape.zero_is_negative;
    return LaneVector<DotTerm<W>>(static_cast<std::size_t>(shape.last.count),
                                  DotTerm<W>{.sign = negative});
  }
  Payload Join(const LaneVector<DotTerm<W>>& terms, const Beside<W>& beside) const {
    if (shape.is_tree) return Rounded{tree(terms)};
    if (shape.levels) return level(terms.front());
    if (!shape.is_fixed) {
      return align({.terms = terms, .addend = static_cast<std::uint64_t>(beside.c)});
    }
    const DotTerm<W>& term = terms.front();
    return FixedSum{fixed_add(
        {.negate = term.sign, .product = term.magnitude, .set = term.flags, .addend = beside.c})};
  }
};

}  // namespace macroscope
