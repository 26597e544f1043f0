// From a design back to texts.
#include "models/design/accumulator_text.h"
#include "models/design/cuts.h"
#include "models/design/design.h"
#include "models/design/dot_text.h"
#include "models/design/log_text.h"
#include "models/design/quantize_text.h"
#include "models/design/text_tools.h"

namespace macroscope {
namespace {

std::string OperandsText(const Design& design, const char* separator) {
  if (design.unit == UnitKind::kBlockDot) {
    const std::string a = OperandName(design.dot.a), b = OperandName(design.dot.b);
    return a == b ? a : a + separator + b;
  }
  const bool is_one = design.a == design.b || !HasB(design);
  return is_one ? design.a.name : design.a.name + separator + design.b.name;
}

// What a dot product has that is not its default.
std::string DotName(const Design& design) {
  const DotProduct& dot = design.dot;
  if (dot.lanes == 0) return "";
  const DesignText text = ToText(design);
  std::string name = ", " + LanesText(text.lanes);
  if (dot.block_elements > 0) name += ", blocks of " + text.block;
  if (dot.reduction == Reduction::kMaxExponent) {
    name += ", " + text.reduction + " " + text.window;
    if (dot.alignment != Alignment::kTruncate) name += " " + text.alignment;
  } else if (dot.reduction != Reduction::kExact) {
    name += ", " + text.reduction;
  }
  if (dot.reduction != Reduction::kExact && dot.has_scale()) name += " of " + text.terms;
  if (dot.join == Join::kAfter && dot.reduction != Reduction::kTree) name += ", " + text.join;
  if (!text.values.empty() && text.values != kDefaultValues) name += ", values " + text.values;
  return name;
}

// The same of a block that is made.
std::string QuantizeName(const Design& design) {
  const QuantizedBlock& quantize = design.quantize;
  std::string name;
  if (quantize.block_elements > 0) {
    name += ", blocks of " + std::to_string(quantize.block_elements);
  } else if (quantize.z.lanes != quantize.z.block.block_elements) {
    name += ", " + std::to_string(quantize.z.lanes) + " lanes";
  }
  if (quantize.scale_rule != BlockScaleRule::kFloor) {
    name.append(", ").append(Name(quantize.scale_rule));
  }
  return name;
}

}  // namespace

DesignText ToText(const Design& design) {
  DesignText text;
  text.unit = Name(design.unit);
  text.operands = OperandsText(design, ",");
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
  text.cuts = CutsText(design);
  if (design.dot.lanes > 0) AddDotText(design, text);
  if (design.quantize.z.lanes > 0) AddQuantizeText(design, text);
  AddLogText(design, text);
  return text;
}

std::string DisplayName(const Design& design) {
  const DesignText text = ToText(design);
  std::string name = text.unit + " " + OperandsText(design, " x ") + " -> " + text.accumulator;
  name += DotName(design);
  if (design.quantize.z.lanes > 0) name += QuantizeName(design);
  name += LogName(design);
  if (design.rounding != Rounding::kTiesToEven) name += ", " + text.rounding;
  if (design.random_bits > 0) name += " by " + text.random_bits + " bits";
  if (design.overflow != DefaultOverflow(design)) name += ", " + text.overflow;
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
