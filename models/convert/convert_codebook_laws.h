// convert of a codebook's codes and into them: lookup; and order, search. Twins of
// rtl/convert/convert_from_codebook.sv and rtl/convert/convert_to_codebook.sv.
#pragma once

#include <variant>

#include "models/convert/convert_lookup.h"
#include "models/convert/convert_search.h"

namespace macroscope {

template <typename W>
struct ConvertFromCodebookLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Result = ConvertLookup::Out;
  using Payload = std::variant<OperandCodes, Result>;

  ConvertLookup lookup;

  explicit ConvertFromCodebookLaws(const Design& design) : lookup(design) {}

  Result Next(const OperandCodes& in, const Beside<W>&) const { return lookup(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  const LookupTable& ShapeOf(const Result&) const { return lookup.table; }
};

template <typename W>
struct ConvertToCodebookLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Ordered = ConvertOrder::Out;
  using Result = ConvertSearch::Out;
  using Payload = std::variant<OperandCodes, Ordered, Result>;

  ConvertSearch search;
  ConvertOrder order;

  explicit ConvertToCodebookLaws(const Design& design) : search(design), order(search.shape) {}

  Ordered Next(const OperandCodes& in, const Beside<W>&) const { return order(in); }
  Result Next(const Ordered& in, const Beside<W>&) const { return search(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }

  const ConvertCodeShape& ShapeOf(const Ordered&) const { return search.shape; }
  const ConvertCodeShape& ShapeOf(const Result&) const { return search.shape; }
};

}  // namespace macroscope
