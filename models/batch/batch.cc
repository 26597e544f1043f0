#include "models/batch/batch.h"

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "models/batch/fixed_plan.h"
#include "models/batch/float_plan.h"
#include "models/batch/host.h"
#include "models/batch/integer_plan.h"
#include "models/batch/wide_plan.h"

namespace macroscope {
namespace {

// Fewer operations than this are not worth a thread.
constexpr std::size_t kLeastPerThread = 1 << 14;

[[noreturn]] void Fail(const char* what) { throw std::invalid_argument(what); }

}  // namespace

Batch::Batch(const Design& design, BatchOptions options)
    : options_(options), unit_(MakeUnit(design)) {
  // Kernels read one limb an operand.
  if (unit_->a_limbs() > 1 || unit_->b_limbs() > 1) return;
  // And know numbers only.
  if (design.a.is_alternative() || design.accumulator.format.is_alternative()) return;
  const Instructions host = options.portable ? Instructions::kPortable : HostInstructions();
  if (host == Instructions::kPortable) return;
  avx512_ = host == Instructions::kAvx512 && options.avx512;
  if (auto plan = PlanFloat(design); plan && options.doubles) {
    float_plan_ = std::make_unique<FloatPlan>(*plan);
    kernel_ = avx512_ ? "float avx512" : "float avx2";
  } else if (auto wide = PlanWide(design)) {
    wide_plan_ = std::make_unique<WidePlan>(*wide);
    kernel_ = avx512_ ? "wide avx512" : "wide avx2";
  } else if (auto fixed = PlanFixed(design)) {
    fixed_plan_ = std::make_unique<FixedPlan>(*fixed);
    kernel_ = avx512_ ? "fixed avx512" : "fixed avx2";
  } else if (auto integer = PlanInteger(design)) {
    integer_plan_ = std::make_unique<IntegerPlan>(*integer);
    kernel_ = avx512_ ? "integer avx512" : "integer avx2";
  }
}

Batch::~Batch() = default;

void Batch::Check(const Operands& in, std::size_t z, std::size_t flags) const {
  const std::size_t count = in.count;
  if (in.a.size() != count * unit_->a_limbs()) {
    Fail("a has not as many limbs an operation as the unit's a_limbs()");
  }
  if (unit_->b_bits() > 0 && in.b.size() != count * unit_->b_limbs()) {
    Fail("b has not as many limbs an operation as the unit's b_limbs()");
  }
  if (unit_->c_bits() > 0 && in.c.size() != count * unit_->c_limbs()) {
    Fail("c has not as many limbs an operation as the unit's c_limbs()");
  }
  if (unit_->r_bits() > 0 && in.r.size() != count) Fail("a and r differ in length");
  if (z != count * unit_->z_limbs()) {
    Fail("z has not as many limbs an operation as the unit's z_limbs()");
  }
  if (flags != 0 && flags != count) Fail("a and flags differ in length");
}

void Batch::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                     std::span<std::uint8_t> flags) const {
  Check(in, z.size(), flags.size());
  const std::size_t count = in.count;
  const auto parts = std::min<std::size_t>(std::max(options_.threads, 1), count / kLeastPerThread);
  if (parts <= 1) return EvaluatePart(in, z, flags, 0, count);
  std::vector<std::jthread> threads;
  for (std::size_t part = 0; part < parts; ++part) {
    const std::size_t first = count * part / parts, end = count * (part + 1) / parts;
    threads.emplace_back([=, this] { EvaluatePart(in, z, flags, first, end - first); });
  }
}

void Batch::EvaluatePart(const Operands& in, std::span<std::uint64_t> z,
                         std::span<std::uint8_t> flags, std::size_t first,
                         std::size_t count) const {
  const std::size_t limbs = unit_->z_limbs();
  z = z.subspan(first * limbs, count * limbs);
  flags = LimbsOf(flags, 1, first, count);
  const Operands part = in.Part(first, count, unit_->limbs());
  if (kernel_ == "law") return unit_->Evaluate(part, z, flags);

  // A kernel writes flags only where it is to work them out.
  const bool wants_flags = !flags.empty() && unit_->has_flags();
  if (!flags.empty() && !wants_flags) std::ranges::fill(flags, std::uint8_t{0});
  const Block block = {.a = part.a.data(),
                       .b = part.b.data(),
                       .c = part.c.data(),
                       .r = part.r.data(),
                       .z = z.data(),
                       .flags = wants_flags ? flags.data() : nullptr,
                       .count = count};
  RunKernel(block);
}

void Batch::RunKernel(const Block& block) const {
  const PlainDoubles plain;
  if (float_plan_) {
    (avx512_ ? FloatKernelAvx512 : FloatKernelAvx2)(*float_plan_, block);
  } else if (wide_plan_) {
    (avx512_ ? WideKernelAvx512 : WideKernelAvx2)(*wide_plan_, block);
  } else if (fixed_plan_) {
    (avx512_ ? FixedKernelAvx512 : FixedKernelAvx2)(*fixed_plan_, block);
  } else if (integer_plan_) {
    (avx512_ ? IntegerKernelAvx512 : IntegerKernelAvx2)(*integer_plan_, block);
  }
}

Bits Batch::Accumulate(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                       const Bits& c0, std::span<const std::uint64_t> r) const {
  if (unit_->c_bits() == 0) Fail("only a unit with an addend accumulates");
  const OperandLimbs limbs = unit_->limbs();
  const std::size_t count = a.size() / limbs.a;
  if (a.size() != count * limbs.a || b.size() != count * limbs.b) Fail("a and b differ in length");
  if (unit_->r_bits() > 0 && r.size() != count) Fail("a and r differ in length");
  Bits sum = c0;
  if (a.empty()) return sum;
  if (float_plan_) {
    const PlainDoubles plain;
    const Block block = {.a = a.data(), .b = b.data(), .r = r.data(), .count = count};
    return (avx512_ ? FloatSumAvx512 : FloatSumAvx2)(*float_plan_, block, c0.low());
  }
  if (fixed_plan_ && !fixed_plan_->saturates) {
    // Order means nothing: the products' sum, then one operation's worth of adding.
    const Block block = {.a = a.data(), .b = b.data(), .z = sum.limb.data(), .count = count};
    (avx512_ ? FixedSumAvx512 : FixedSumAvx2)(*fixed_plan_, block);
    return sum;
  }
  const std::span<std::uint64_t> running(sum.limb.data(), limbs.c);
  for (std::size_t i = 0; i < count; ++i) {
    unit_->Evaluate({1, LimbsOf(a, limbs.a, i), LimbsOf(b, limbs.b, i), running, LimbsOf(r, 1, i)},
                    running);
  }
  return sum;
}

}  // namespace macroscope
