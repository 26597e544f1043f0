#include "models/reference/reference.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "models/reference/block_operation.h"
#include "models/reference/fixed_sum.h"
#include "models/reference/rounded_operation.h"

namespace macroscope {
namespace {

// `count` limbs of each operation are there if the design has the operand.
void RequireCount(bool has, std::size_t given, std::size_t count) {
  if (has && given != count) throw std::invalid_argument("the operands' counts differ");
}

}  // namespace

struct Reference::State {
  explicit State(const Design& of) : design(of) {
    if (design.accumulator.is_fixed) {
      fixed.emplace(design);
    } else {
      rounded.emplace(design);
    }
  }
  std::size_t limbs() const {
    if (quantizes()) return static_cast<std::size_t>(LimbsFor(design.quantize.z.word_bits()));
    return fixed ? fixed->limbs() : 1;
  }
  bool quantizes() const { return design.unit == UnitKind::kBlockQuantize; }

  Design design;
  std::optional<FixedSum> fixed;
  std::optional<RoundedOperation> rounded;
};

Reference::Reference(const Design& design) : state_(std::make_unique<State>(design)) {}
Reference::~Reference() = default;

Bits Reference::Operate(const Operation& in, std::uint8_t* flags) {
  Bits z;
  Quantized result;
  if (state_->quantizes()) {
    z = QuantizeBlock(state_->design, in.a);
  } else if (state_->fixed) {
    state_->fixed->Operate(in.a.low(), in.b.low(), in.c.limb.data(), z.limb.data());
  } else {
    result = state_->rounded->Operate(in.a.low(), in.b.low(), in.c.low(), in.r);
    z = result.code;
  }
  if (flags != nullptr) *flags = result.flags;
  return z;
}

void Reference::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                         std::span<std::uint8_t> flags) {
  const Design& design = state_->design;
  const std::size_t limbs = state_->limbs();
  const bool has_b = HasB(design), has_c = HasC(design), has_r = RoundingOperandBits(design) > 0;
  const auto a_limbs = static_cast<std::size_t>(LimbsFor(OperandABits(design)));
  RequireCount(true, in.a.size(), in.count * a_limbs);
  RequireCount(has_b, in.b.size(), in.count);
  RequireCount(has_c, in.c.size(), in.count * limbs);
  RequireCount(has_r, in.r.size(), in.count);
  RequireCount(true, z.size(), in.count * limbs);
  RequireCount(!flags.empty(), flags.size(), in.count);
  for (std::size_t i = 0; i < in.count; ++i) {
    const std::uint64_t b = has_b ? in.b[i] : 0;
    Quantized result;
    if (state_->quantizes()) {
      const Bits block = QuantizeBlock(design, Bits::FromLimbs(LimbsOf(in.a, a_limbs, i)));
      std::copy_n(block.limb.begin(), limbs, z.begin() + static_cast<std::ptrdiff_t>(i * limbs));
    } else if (state_->fixed) {
      state_->fixed->Operate(in.a[i], b, has_c ? &in.c[i * limbs] : nullptr, &z[i * limbs]);
    } else {
      result = state_->rounded->Operate(in.a[i], b, has_c ? in.c[i] : 0, has_r ? in.r[i] : 0);
      z[i] = result.code;
    }
    if (!flags.empty()) flags[i] = result.flags;
  }
}

Bits Reference::Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  if (!HasC(state_->design)) {
    throw std::invalid_argument("only units that accumulate have dot products");
  }
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  Bits z;
  if (state_->fixed) {
    state_->fixed->Dot(a, b, z.limb.data());
  } else {
    z = state_->rounded->Dot(a, b).code;
  }
  return z;
}

}  // namespace macroscope
