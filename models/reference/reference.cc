#include "models/reference/reference.h"

#include <optional>
#include <stdexcept>

#include "models/reference/fixed_sum.h"
#include "models/reference/floating_sum.h"

namespace macroscope {

struct Reference::State {
  explicit State(const Design& of) : design(of) {
    if (design.accumulator.is_fixed) {
      fixed.emplace(design);
    } else if (design.rounding == Rounding::kStochastic) {
      throw std::invalid_argument("a sum has no random bits to round stochastic with");
    } else {
      floating.emplace(design);
    }
  }

  Design design;
  std::optional<FixedSum> fixed;
  std::optional<FloatingSum> floating;
};

Reference::Reference(const Design& design) : state_(std::make_unique<State>(design)) {}
Reference::~Reference() = default;

Bits Reference::Operate(const Operation& in, std::uint8_t* flags) {
  Bits z;
  Quantized result;
  if (state_->fixed) {
    state_->fixed->MultiplyAdd(in.a, in.b, in.c.limb.data(), z.limb.data());
  } else {
    result = state_->floating->MultiplyAdd(in.a, in.b, in.c.low());
    z = result.code;
  }
  if (flags != nullptr) *flags = result.flags;
  return z;
}

void Reference::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                         std::span<std::uint8_t> flags) {
  const auto& [a, b, c, r] = in;
  const std::size_t limbs = state_->fixed ? state_->fixed->limbs() : 1;
  if (b.size() != a.size() || c.size() != a.size() * limbs || z.size() != c.size() ||
      (!flags.empty() && flags.size() != a.size())) {
    throw std::invalid_argument("the operands' counts differ");
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    Quantized result;
    if (state_->fixed) {
      state_->fixed->MultiplyAdd(a[i], b[i], &c[i * limbs], &z[i * limbs]);
    } else {
      result = state_->floating->MultiplyAdd(a[i], b[i], c[i]);
      z[i] = result.code;
    }
    if (!flags.empty()) flags[i] = result.flags;
  }
}

Bits Reference::Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  Bits z;
  if (state_->fixed) {
    state_->fixed->Dot(a, b, z.limb.data());
  } else {
    z = state_->floating->Dot(a, b).code;
  }
  return z;
}

}  // namespace macroscope
