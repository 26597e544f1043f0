// Ties a unit's laws to the Unit interface. `Laws` holds one law a stage and an overload of Next
// for each: from what the stage before gave, and what passes beside it, to what this stage gives
// (models/int_mac has the shortest example).
#pragma once

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

#include "models/common/operands.h"
#include "models/common/unit.h"
#include "models/common/wide_word.h"

namespace macroscope {

// Calls visit(name, width_bits, value) for each output of the stage that made `payload`.
template <typename Laws, typename Visitor>
void VisitOutputs(const Laws& laws, const typename Laws::Payload& payload, Visitor&& visit) {
  std::visit(
      [&](const auto& out) {
        if constexpr (requires { laws.ShapeOf(out); }) out.Visit(laws.ShapeOf(out), visit);
      },
      payload);
}

// What enters the unit: the first alternative (models/common/operands.h).
template <typename Laws>
using CodesOf = std::variant_alternative_t<0, typename Laws::Payload>;

// The outputs of a stage as one word, the first output most significant: the RTL's <stage>_d. Of a
// stage wider than kMaxBits the low bits stand for it, on the RTL's side too.
template <typename Laws>
Bits PackOutputs(const Laws& laws, const typename Laws::Payload& payload, int total_bits) {
  Bits packed;
  int position = total_bits;
  VisitOutputs(laws, payload, [&](const char*, int width_bits, const auto& value) {
    position -= width_bits;
    using Value = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, bool>) {
      packed.Insert(position, width_bits, value ? 1 : 0);
    } else if constexpr (std::is_integral_v<Value> && sizeof(Value) <= 8) {
      packed.Insert(position, width_bits, static_cast<std::uint64_t>(value));
    } else {
      Bits word;
      const int limbs = std::min(LimbsFor(width_bits), kMaxLimbs);
      if constexpr (std::is_same_v<Value, Bits>) {
        word = value;  // A field of every lane.
      } else {
        WordToLimbs(value, word.limb.data(), limbs);
      }
      for (int i = 0; i < limbs; ++i) {
        packed.Insert(position + 64 * i, std::min(64, width_bits - 64 * i), word.limb[i]);
      }
    }
  });
  return packed;
}

// The next stage's output; the last stage's again if there is none.
template <typename Laws>
typename Laws::Payload Step(const Laws& laws, const typename Laws::Payload& payload,
                            const Beside<typename Laws::Word>& beside) {
  return std::visit(
      [&](const auto& in) -> typename Laws::Payload {
        if constexpr (requires { laws.Next(in, beside); }) {
          return laws.Next(in, beside);
        } else {
          return in;
        }
      },
      payload);
}

// The exception flags that the last stage's output carries; 0 if it has none.
template <typename Result>
std::uint8_t FlagsOf(const Result& result) {
  if constexpr (requires { result.flags; }) {
    return result.flags;
  } else {
    return 0;
  }
}

template <typename Laws>
class UnitOf final : public Unit {
 public:
  using Word = typename Laws::Word;

  // `frame` has everything but the outputs of the stages, which the laws know.
  UnitOf(Design design, UnitFrame frame)
      : Unit(std::move(design), std::move(frame)), laws_(design_) {
    typename Laws::Payload payload = CodesOf<Laws>{};
    for (StageShape& stage : frame_.stages) {
      payload = Step(laws_, payload, Beside<Word>());
      VisitOutputs(laws_, payload, [&](const char* name, int width_bits, const auto&) {
        stage.outputs.push_back({name, width_bits});
      });
    }
    z_bits_ = frame_.stages.back().outputs.front().width_bits;  // Flags, if any, follow.
  }

  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) const override {
    const bool has_c = c_bits() > 0, has_r = r_bits() > 0;
    const std::uint64_t* const b = b_bits() > 0 ? in.b.data() : nullptr;
    const OperandLimbs operand_limbs = this->limbs();
    const int limbs = z_limbs();
    for (std::size_t i = 0; i < in.count; ++i) {
      Beside<Word> beside;
      if (has_c) beside.c = WordFromLimbs<Word>(in.c.data() + i * limbs, limbs);
      if (has_r) beside.r = in.r[i];
      const auto result = Finish(CodesAt<CodesOf<Laws>>(in.a.data(), b, i, operand_limbs), beside);
      WordToLimbs(Laws::Value(result), z.data() + i * limbs, limbs);
      if (!flags.empty()) flags[i] = FlagsOf(result);
    }
  }

  std::vector<Bits> Trace(const Operation& in) const override {
    const Beside<Word> beside = {WordFromLimbs<Word>(in.c.limb.data(), c_limbs()), in.r};
    std::vector<Bits> outputs;
    typename Laws::Payload payload =
        CodesAt<CodesOf<Laws>>(in.a.limb.data(), in.b.limb.data(), 0, limbs());
    for (const StageShape& stage : frame_.stages) {
      payload = Step(laws_, payload, beside);
      outputs.push_back(PackOutputs(laws_, payload, stage.output_bits()));
    }
    return outputs;
  }

 private:
  // The last stage's output. Where the next stage depends on the design, Next gives a Payload.
  template <typename Out>
  typename Laws::Result Finish(const Out& out, const Beside<Word>& beside) const {
    if constexpr (requires { Laws::Value(out); }) {
      return out;
    } else if constexpr (std::is_same_v<Out, typename Laws::Payload>) {
      return std::visit([&](const auto& of_stage) { return Finish(of_stage, beside); }, out);
    } else {
      return Finish(laws_.Next(out, beside), beside);
    }
  }

  Laws laws_;
};

// Calls make(std::type_identity<Word>()) with the narrowest word of at least `bits`. Laws that
// never need more than 128 bits say so (`static constexpr bool kNarrow`), and are not compiled for
// more.
template <template <typename> class Laws, typename Make>
auto WithWord(int bits, Make&& make) {
  if (bits <= 64) return make(std::type_identity<Word64>());
  if constexpr (requires { Laws<Word64>::kNarrow; }) {
    return make(std::type_identity<Word128>());
  } else {
    if (bits <= 128) return make(std::type_identity<Word128>());
    return make(std::type_identity<WordWide>());
  }
}

template <template <typename> class Laws>
std::unique_ptr<Unit> MakeUnitOf(const Design& design, UnitFrame frame) {
  return WithWord<Laws>(frame.arithmetic_bits, [&]<typename Word>(std::type_identity<Word>) {
    return std::unique_ptr<Unit>(std::make_unique<UnitOf<Laws<Word>>>(design, std::move(frame)));
  });
}

}  // namespace macroscope
