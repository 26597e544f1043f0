#include "sim/stimulus/log_operands.h"

#include "models/common/word.h"
#include "models/formats/log_number.h"

namespace macroscope {
LogOperands::LogOperands(const Design& design, int c_bits, std::uint64_t seed)
    : seed_(seed),
      has_c_(HasC(design)),
      is_fixed_(design.accumulator.is_fixed),
      word_bits_(is_fixed_ ? design.accumulator.width_bits : c_bits),
      c_bits_(c_bits),
      c_limbs_(static_cast<std::size_t>(LimbsFor(c_bits))),
      least_exponent_(is_fixed_ ? ExactTerm(design).least_exponent : 0),
      rounding_(design),
      random_(seed),
      a_(design.a),
      b_(HasB(design) ? design.b : design.a),
      c_(design.accumulator.format.holds_logarithms() && !is_fixed_ ? design.accumulator.format
                                                                    : design.a) {}

std::string LogOperands::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t LogOperands::Fill(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    out.a[i] = a_.Draw(random_);
    const LogNumber a = DecodeLog(a_.codes().format(), out.a[i]);
    out.b[i] = has_c_ ? b_.Draw(random_) : Beside(DrawRelation(random_), a.negative, a.steps, b_);
    DrawRest(out, i);
  }
  return out.count;
}

void LogOperands::Complete(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) DrawRest(out, i);
}

std::uint64_t LogOperands::Beside(Relation relation, bool negative, std::int64_t steps,
                                  const LogCorners& corners) {
  const LogCodes& codes = corners.codes();
  constexpr std::int64_t kFew = 3;
  const std::int64_t octave = codes.steps_per_octave();
  const bool flips = (random_.Next() >> 62) != 0;  // Three of four times.
  switch (relation) {
    case Relation::kCancellation:
      return codes.Code(negative == !flips, steps + random_.Around(kFew));
    case Relation::kAlignment:
      // As far as a term may be to change a sum.
      return codes.Code(
          negative == !flips,
          steps + random_.Around((BitLength(static_cast<Word64>(octave)) + 3) * octave));
    case Relation::kLimit:
      return codes.Code(negative,
                        codes.greatest_steps() - random_.Below(static_cast<std::uint64_t>(octave)));
    case Relation::kNone:
      break;
  }
  return corners.Draw(random_);
}

void LogOperands::DrawRest(const OperandBuffers& out, std::size_t i) {
  out.r[i] = rounding_.Draw(random_);
  const Limbs c = out.c.subspan(i * c_limbs_, has_c_ ? c_limbs_ : out.c.empty() ? 0 : 1);
  if (!has_c_) {
    for (std::uint64_t& limb : c) limb = 0;
    return;
  }
  const Relation relation = DrawRelation(random_);
  if (is_fixed_) {
    SetInteger(c, 0);
    AddProduct(c, least_exponent_, {a_.codes().Value(out.a[i]), b_.codes().Value(out.b[i])});
    DrawFixedAddend(random_, relation, word_bits_, c_bits_, c);
    return;
  }
  const LogNumber a = DecodeLog(a_.codes().format(), out.a[i]),
                  b = DecodeLog(b_.codes().format(), out.b[i]);
  const std::int64_t scale = c_.codes().steps_per_octave();
  const std::int64_t steps =
      a.steps * scale / a.steps_per_octave + b.steps * scale / b.steps_per_octave;
  c[0] = Beside(relation, a.negative != b.negative, steps, c_);
}

}  // namespace macroscope
