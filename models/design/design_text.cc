// From a design back to texts.
#include "models/design/accumulator_text.h"
#include "models/design/cuts.h"
#include "models/design/design.h"

namespace macroscope {
DesignText ToText(const Design& design) {
  DesignText text;
  text.unit = Name(design.unit);
  const bool is_one = design.a == design.b || !HasB(design);
  text.operands = is_one ? design.a.name : design.a.name + "," + design.b.name;
  text.accumulator = AccumulatorText(design.accumulator);
  text.rounding = Name(design.rounding);
  if (design.random_bits > 0) text.random_bits = std::to_string(design.random_bits);
  text.overflow = Name(design.overflow);
  text.subnormals = Name(design.subnormals);
  text.flags = Name(design.flags);
  text.tininess = Name(design.tininess);
  text.form = Name(design.form);
  text.multiplier = Name(design.structure.multiplier);
  text.adder = Name(design.structure.adder);
  text.leading_zeros = Name(design.structure.leading_zeros);
  text.path = Name(design.structure.path);
  text.cuts = CutsText(design.unit, design.structure.cuts);
  return text;
}

std::string DisplayName(const Design& design) {
  const DesignText text = ToText(design);
  std::string name = text.unit + " " + design.a.name;
  if (HasB(design) && design.a != design.b) name += " x " + design.b.name;
  name += " -> " + text.accumulator;
  if (design.rounding != Rounding::kTiesToEven) name += ", " + text.rounding;
  if (design.random_bits > 0) name += " by " + text.random_bits + " bits";
  if (design.overflow != DefaultOverflow(design.accumulator)) name += ", " + text.overflow;
  if (design.subnormals != Subnormals::kKeep) name += ", " + text.subnormals;
  if (design.flags != DefaultFlags(design)) {
    name += design.flags == FlagOutput::kOn ? ", flags" : ", no flags";
  }
  if (design.tininess != Tininess::kAfterRounding) name += ", tininess " + text.tininess;
  if (design.form != Form::kOperation) name += ", " + text.form;
  if (design.structure.multiplier != Multiplier::kOperator) name += ", " + text.multiplier;
  if (design.structure.adder != Adder::kOperator) name += ", " + text.adder;
  if (design.structure.leading_zeros != LeadingZeros::kCount) name += ", " + text.leading_zeros;
  if (design.structure.path != Path::kSingle) name += ", " + text.path + " path";
  if (design.structure.cuts != 0) name += ", cuts " + text.cuts;
  return name;
}

}  // namespace macroscope
