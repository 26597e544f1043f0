#include "models/reference/reference.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "models/reference/block_operation.h"
#include "models/reference/code_sums.h"
#include "models/reference/dot_operation.h"
#include "models/reference/double_base_sum.h"
#include "models/reference/elma_sum.h"
#include "models/reference/fixed_sum.h"
#include "models/reference/log_linear_sum.h"
#include "models/reference/log_operation.h"
#include "models/reference/posit_operation.h"
#include "models/reference/rounded_operation.h"

namespace macroscope {
namespace {

using Limbs = std::span<const std::uint64_t>;

// `count` limbs of each operation are there if the design has the operand.
void RequireCount(bool has, std::size_t given, std::size_t count) {
  if (has && given != count) throw std::invalid_argument("the operands' counts differ");
}

// Of units whose sums are exact, by design; null of others.
std::unique_ptr<ProductSum> MakeSum(const Design& design) {
  if (design.unit == UnitKind::kBlockDot) return nullptr;
  if (design.unit == UnitKind::kElmaMac) return std::make_unique<ElmaSum>(design);
  if (design.unit == UnitKind::kCodeSums) return std::make_unique<CodeSums>(design);
  if (!design.accumulator.is_fixed) return nullptr;
  if (design.unit != UnitKind::kLogMac) return std::make_unique<FixedSum>(design);
  if (design.a.is_double_base()) return std::make_unique<DoubleBaseSum>(design);
  return std::make_unique<LogLinearSum>(design);
}

}  // namespace

struct Reference::State {
  explicit State(const Design& of)
      : design(of),
        a_limbs(LimbsFor(OperandABits(design))),
        b_limbs(LimbsFor(OperandBBits(design))),
        sum(MakeSum(design)) {
    if (sum) return;
    if (design.unit == UnitKind::kBlockDot) {
      dot.emplace(design);
    } else if (design.unit == UnitKind::kLogAdd || design.unit == UnitKind::kLogMac) {
      log.emplace(design.a, design.b, design.accumulator.format, LogUnderflow::kZero);
    } else {
      rounded.emplace(design);
    }
  }
  std::size_t limbs() const {
    if (quantizes()) return LimbsFor(design.quantize.z.word_bits());
    return sum ? static_cast<std::size_t>(sum->limbs()) : dot ? dot->limbs() : 1;
  }
  bool quantizes() const { return design.unit == UnitKind::kBlockQuantize; }

  // One operation; `c` and `z` have limbs() limbs. Returns its flags.
  std::uint8_t Operate(Limbs a, Limbs b, const std::uint64_t* c, std::uint64_t r,
                       std::uint64_t* z) {
    if (dot) {
      dot->Operate(a, b, c, z);
      return 0;
    }
    if (quantizes()) {
      const Bits block = QuantizeBlock(design, Bits::FromLimbs(a));
      std::copy_n(block.limb.begin(), limbs(), z);
      return 0;
    }
    if (design.unit == UnitKind::kPositQuireRound) {
      *z = RoundQuire(design.a, a, design.accumulator.format);
      return 0;
    }
    const std::uint64_t one_b = b.empty() ? 0 : b[0];
    if (sum) {
      sum->Operate(a[0], one_b, c, z);
      return 0;
    }
    if (log) {
      const bool adds = design.unit == UnitKind::kLogAdd;
      *z = adds ? log->Add(a[0], one_b) : log->MultiplyAdd(a[0], one_b, *c);
      return 0;
    }
    const Quantized result = rounded->Operate(a[0], one_b, c == nullptr ? 0 : *c, r);
    *z = result.code;
    return result.flags;
  }

  Design design;
  std::size_t a_limbs;
  std::size_t b_limbs;
  // One of these.
  std::unique_ptr<ProductSum> sum;
  std::optional<RoundedOperation> rounded;
  std::optional<DotOperation> dot;
  std::optional<LogOperation> log;
};

Reference::Reference(const Design& design) : state_(std::make_unique<State>(design)) {}
Reference::~Reference() = default;

Bits Reference::Operate(const Operation& in, std::uint8_t* flags) {
  Bits z;
  const std::uint8_t raised = state_->Operate(std::span(in.a.limb).first(state_->a_limbs),
                                              std::span(in.b.limb).first(state_->b_limbs),
                                              in.c.limb.data(), in.r, z.limb.data());
  if (flags != nullptr) *flags = raised;
  return z;
}

void Reference::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                         std::span<std::uint8_t> flags) {
  const Design& design = state_->design;
  const std::size_t limbs = state_->limbs();
  const std::size_t a_limbs = state_->a_limbs, b_limbs = state_->b_limbs;
  const bool has_b = HasB(design), has_c = HasC(design), has_r = RoundingOperandBits(design) > 0;
  RequireCount(true, in.a.size(), in.count * a_limbs);
  RequireCount(has_b, in.b.size(), in.count * b_limbs);
  RequireCount(has_c, in.c.size(), in.count * limbs);
  RequireCount(has_r, in.r.size(), in.count);
  RequireCount(true, z.size(), in.count * limbs);
  RequireCount(!flags.empty(), flags.size(), in.count);
  for (std::size_t i = 0; i < in.count; ++i) {
    const std::uint8_t raised =
        state_->Operate(LimbsOf(in.a, a_limbs, i), has_b ? LimbsOf(in.b, b_limbs, i) : Limbs(),
                        has_c ? &in.c[i * limbs] : nullptr, has_r ? in.r[i] : 0, &z[i * limbs]);
    if (!flags.empty()) flags[i] = raised;
  }
}

Bits Reference::Dot(Limbs a, Limbs b) {
  if (!HasC(state_->design)) {
    throw std::invalid_argument("only units that accumulate have dot products");
  }
  const std::size_t a_limbs = state_->a_limbs, b_limbs = state_->b_limbs;
  const std::size_t count = a.size() / a_limbs;
  RequireCount(true, a.size(), count * a_limbs);
  RequireCount(true, b.size(), count * b_limbs);
  Bits z;
  if (state_->dot) {
    state_->dot->Dot(a, a_limbs, b, b_limbs, z.limb.data());
  } else if (state_->sum) {
    state_->sum->Dot(a, b, z.limb.data());
  } else if (state_->log) {
    z = state_->log->Dot(a, b);
  } else {
    z = state_->rounded->Dot(a, b).code;
  }
  return z;
}

}  // namespace macroscope
