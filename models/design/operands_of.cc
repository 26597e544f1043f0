// Which operands a design has, and what its semantics imply.
#include "models/design/design.h"

namespace macroscope {

bool HasB(const Design& design) {
  const bool may_lack = design.unit == UnitKind::kConvert ||
                        design.unit == UnitKind::kBlockQuantize ||
                        design.unit == UnitKind::kPositQuireRound;
  return !may_lack || !design.b.name.empty();
}

int OperandABits(const Design& design) {
  if (design.quantize.z.lanes > 0) return design.quantize.z.lanes * design.a.width_bits();
  if (design.unit == UnitKind::kPositQuireRound) return QuireCodeBits(design.a);
  return design.dot.lanes > 0 ? design.dot.a.word_bits() : design.a.width_bits();
}

int OperandBBits(const Design& design) {
  if (design.dot.lanes > 0) return design.dot.b.word_bits();
  return HasB(design) ? design.b.width_bits() : 0;
}

bool HasC(const Design& design) { return HasC(design.unit); }

bool HasC(UnitKind unit) {
  return unit == UnitKind::kIntMac || unit == UnitKind::kKulischMac || unit == UnitKind::kFpFma ||
         unit == UnitKind::kBlockDot || unit == UnitKind::kPositFma ||
         unit == UnitKind::kPositQuireMac || unit == UnitKind::kElmaMac ||
         unit == UnitKind::kLogMac || unit == UnitKind::kCodeSums;
}

int RoundingOperandBits(const Design& design) {
  constexpr int kModeBits = 3;
  return design.rounding == Rounding::kPort ? kModeBits : design.random_bits;
}

bool Rounds(const Design& design) {
  const UnitKind unit = design.unit;
  if (unit == UnitKind::kConvert) {
    return !design.a.is_codebook() && !design.accumulator.format.is_alternative();
  }
  return unit == UnitKind::kFpFma || unit == UnitKind::kFpAdd || unit == UnitKind::kFpMul;
}

bool HasRounding(const Design& design) {
  if (design.unit == UnitKind::kBlockDot) return !design.accumulator.is_fixed;
  // The entries of a table are rounded once, when it is made.
  if (design.unit == UnitKind::kConvert) return !design.accumulator.format.is_alternative();
  return Rounds(design) || design.unit == UnitKind::kBlockQuantize;
}

bool TakesPosits(UnitKind unit) {
  return unit == UnitKind::kPositMul || unit == UnitKind::kPositAdd ||
         unit == UnitKind::kPositFma || unit == UnitKind::kPositQuireMac ||
         unit == UnitKind::kPositQuireRound;
}

int QuireCodeBits(const Format& posit) { return posit.posit.quire_bits() + 1; }

bool FlushesInputs(const Design& design) {
  return design.subnormals == Subnormals::kFlushInputs || design.subnormals == Subnormals::kFlush;
}

bool FlushesOutputs(const Design& design) {
  return design.subnormals == Subnormals::kFlushOutputs || design.subnormals == Subnormals::kFlush;
}

}  // namespace macroscope
