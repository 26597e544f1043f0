// Evaluates spans of operands, bit for bit what the unit's laws give, flags included. Designs whose
// numbers fit are computed with the host's vector instructions; all others by the laws themselves.
// What it gives depends on neither the machine nor the options.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "models/batch/block.h"
#include "models/common/unit.h"

namespace macroscope {

struct BatchOptions {
  int threads = 1;        // That share a long span.
  bool portable = false;  // The laws, whatever the host has.
  bool avx512 = true;     // If not, AVX2 where the host has both.
  bool doubles = true;    // If not, the kernel "wide" where "float" would be used.
};

struct FixedPlan;
struct FloatPlan;
struct IntegerPlan;
struct WidePlan;

// One can serve many threads at a time.
class Batch {
 public:
  // Of a design that ParseDesign accepted.
  explicit Batch(const Design& design, BatchOptions options = {});
  ~Batch();

  const Unit& unit() const { return *unit_; }

  // z and flags as Unit::Evaluate gives them. Throws std::invalid_argument if the spans' lengths do
  // not belong together. z may be the same span as an operand.
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags = {}) const;

  // The running sum z = (((c0 + a[0]*b[0]) + a[1]*b[1]) ...), rounded after each step as the design
  // does; r as in Operands. Throws std::invalid_argument for a unit without an addend.
  Bits Accumulate(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                  const Bits& c0 = {}, std::span<const std::uint64_t> r = {}) const;

  // How it is computed: by the kernel "float", "wide", "fixed" or "integer", with "avx512" or
  // "avx2": "float avx512"; or "law".
  std::string_view kernel() const { return kernel_; }

 private:
  void Check(const Operands& in, std::size_t z, std::size_t flags) const;
  void RunKernel(const Block& block) const;
  // Operations first ... first + count - 1.
  void EvaluatePart(const Operands& in, std::span<std::uint64_t> z, std::span<std::uint8_t> flags,
                    std::size_t first, std::size_t count) const;

  BatchOptions options_;
  std::unique_ptr<const Unit> unit_;
  std::unique_ptr<const FloatPlan> float_plan_;  // At most one of the four.
  std::unique_ptr<const WidePlan> wide_plan_;
  std::unique_ptr<const FixedPlan> fixed_plan_;
  std::unique_ptr<const IntegerPlan> integer_plan_;
  bool avx512_ = false;
  std::string_view kernel_ = "law";
};

}  // namespace macroscope
