// From a design back to texts.
#include "models/design/accumulator_text.h"
#include "models/design/cuts.h"
#include "models/design/design.h"

namespace macroscope {
DesignText ToText(const Design& design) {
  DesignText text;
  text.unit = Name(design.unit);
  text.operands = design.a == design.b ? design.a.name : design.a.name + "," + design.b.name;
  text.accumulator = AccumulatorText(design.accumulator);
  text.rounding = Name(design.rounding);
  text.overflow = Name(design.overflow);
  text.form = Name(design.form);
  text.multiplier = Name(design.structure.multiplier);
  text.adder = Name(design.structure.adder);
  text.cuts = CutsText(design.unit, design.structure.cuts);
  return text;
}

std::string DisplayName(const Design& design) {
  const DesignText text = ToText(design);
  std::string name = text.unit + " " + design.a.name;
  if (design.a != design.b) name += " x " + design.b.name;
  name += " -> " + text.accumulator;
  if (design.rounding != Rounding::kTiesToEven) name += ", " + text.rounding;
  if (design.overflow != DefaultOverflow(design.accumulator)) name += ", " + text.overflow;
  if (design.form != Form::kOperation) name += ", " + text.form;
  if (design.structure.multiplier != Multiplier::kOperator) name += ", " + text.multiplier;
  if (design.structure.adder != Adder::kOperator) name += ", " + text.adder;
  if (design.structure.cuts != 0) name += ", cuts " + text.cuts;
  return name;
}

}  // namespace macroscope
