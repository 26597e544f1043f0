// Ties a unit's laws to the Unit interface. `Laws` holds one law a stage and an overload of Next
// for each: from what the stage before gave, and c, to what this stage gives (models/int_mac has
// the shortest example).
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

// The outputs of a stage as one word, the first output most significant: the RTL's <stage>_d.
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
      std::uint64_t limb[kMaxLimbs];
      const int limbs = LimbsFor(width_bits);
      WordToLimbs(value, limb, limbs);
      for (int i = 0; i < limbs; ++i) {
        packed.Insert(position + 64 * i, std::min(64, width_bits - 64 * i), limb[i]);
      }
    }
  });
  return packed;
}

// The next stage's output; the last stage's again if there is none.
template <typename Laws>
typename Laws::Payload Step(const Laws& laws, const typename Laws::Payload& payload,
                            const typename Laws::Word& c) {
  return std::visit(
      [&](const auto& in) -> typename Laws::Payload {
        if constexpr (requires { laws.Next(in, c); }) {
          return laws.Next(in, c);
        } else {
          return in;
        }
      },
      payload);
}

template <typename Laws>
class UnitOf final : public Unit {
 public:
  using Word = typename Laws::Word;

  // `frame` has everything but the outputs of the stages, which the laws know.
  UnitOf(Design design, UnitFrame frame)
      : Unit(std::move(design), std::move(frame)), laws_(design_) {
    typename Laws::Payload payload = OperandCodes{};
    for (StageShape& stage : stages_) {
      payload = Step(laws_, payload, Word{0});
      VisitOutputs(laws_, payload, [&](const char* name, int width_bits, const auto&) {
        stage.outputs.push_back({name, width_bits});
      });
    }
    c_bits_ = stages_.back().output_bits();
  }

  void Evaluate(const Operands& in, std::span<std::uint64_t> z) const override {
    const int limbs = c_limbs();
    for (std::size_t i = 0; i < in.a.size(); ++i) {
      const Word c = WordFromLimbs<Word>(in.c.data() + i * limbs, limbs);
      WordToLimbs(Operate({in.a[i], in.b[i]}, c), z.data() + i * limbs, limbs);
    }
  }

  std::vector<Bits> Trace(std::uint64_t a, std::uint64_t b, const Bits& c) const override {
    const Word addend = WordFromLimbs<Word>(c.limb.data(), c_limbs());
    std::vector<Bits> outputs;
    typename Laws::Payload payload = OperandCodes{a, b};
    for (const StageShape& stage : stages_) {
      payload = Step(laws_, payload, addend);
      outputs.push_back(PackOutputs(laws_, payload, stage.output_bits()));
    }
    return outputs;
  }

 private:
  Word Operate(const OperandCodes& operands, const Word& c) const { return Finish(operands, c); }
  template <typename Payload>
  Word Finish(const Payload& payload, const Word& c) const {
    if constexpr (requires { Laws::Value(payload); }) {
      return Laws::Value(payload);
    } else {
      return Finish(laws_.Next(payload, c), c);
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
