#include "sim/stimulus/lane_values.h"

#include <algorithm>
#include <cmath>

#include "models/reference/codebook_quantize.h"
#include "sim/stimulus/addend.h"
#include "sim/stimulus/scaling.h"

namespace macroscope {
namespace {

// A codebook of the values that its codes have once they are looked up.
Format Effective(const LaneOperand& operand, const Format& values) {
  Format element = operand.block.element;
  if (!operand.is_looked_up()) return element;
  const std::vector<std::uint64_t> codes = LookedUpCodes(element, values);
  std::vector<float>& entries = element.codebook.values;
  for (std::size_t code = 0; code < entries.size(); ++code) {
    entries[code] = static_cast<float>(ValueOf(values, codes[code]));
  }
  return element;
}

}  // namespace

LaneValues::LaneValues(const LaneOperand& operand, const Format& values)
    : operand_(operand), elements_(Effective(operand, values)), scales_(operand) {}

Guess LaneValues::Element(const LaneCodes& codes, int lane) const {
  Guess value = elements_.guess().Value(codes.elements[static_cast<std::size_t>(lane)]);
  if (!codes.microexponents.empty()) {
    const auto index = static_cast<std::size_t>(lane / operand_.micro_lanes());
    value.exponent -= static_cast<int>(codes.microexponents[index]);
  }
  return value;
}

Guess LaneValues::Scale(const LaneCodes& codes, int lane) const {
  if (codes.scales.empty()) return {1, 0};
  return scales_.Value(codes.scales[static_cast<std::size_t>(lane / operand_.scaled_lanes())]);
}

Guess GuessDot(const LanePair& pair) {
  const auto product = [&](int lane) {
    return Product(Product(pair.a.Element(pair.a_codes, lane), pair.b.Element(pair.b_codes, lane)),
                   Product(pair.a.Scale(pair.a_codes, lane), pair.b.Scale(pair.b_codes, lane)));
  };
  Guess sum;
  for (int lane = 0; lane < pair.a.operand().lanes; ++lane) {
    const Guess term = product(lane);
    if (term.significand == 0) continue;
    if (sum.significand == 0) {
      sum = term;
      continue;
    }
    // Doubles round what cancels deeper than they reach.
    const int exponent = std::max(sum.exponent, term.exponent);
    sum = {std::ldexp(sum.significand, sum.exponent - exponent) +
               std::ldexp(term.significand, term.exponent - exponent),
           exponent};
  }
  return sum;
}

void AddDot(Limbs word, int least_exponent, const LanePair& pair) {
  for (int lane = 0; lane < pair.a.operand().lanes; ++lane) {
    AddProduct(word, least_exponent,
               {pair.a.Element(pair.a_codes, lane), pair.b.Element(pair.b_codes, lane),
                pair.a.Scale(pair.a_codes, lane), pair.b.Scale(pair.b_codes, lane)});
  }
}

}  // namespace macroscope
