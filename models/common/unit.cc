#include "models/common/unit.h"

#include <bit>

namespace macroscope {

int StageShape::output_bits() const {
  int bits = 0;
  for (const Field& field : outputs) bits += field.width_bits;
  return bits;
}

int Unit::loop_registers() const {
  // The cut after the last stage is the accumulator itself.
  return std::popcount(design_.structure.cuts >> loop_start()) + 1;
}

int Unit::latency_cycles() const {
  const int cuts = std::popcount(design_.structure.cuts);
  return design_.form == Form::kMac ? cuts + 1 : cuts;
}

RtlDescription Unit::rtl() const {
  const bool mac = design_.form == Form::kMac;
  const std::string top = frame_.top + (mac ? "_mac" : "");
  RtlDescription rtl{.top = top,
                     .sources = frame_.rtl_sources,
                     .generated = frame_.rtl_generated,
                     .parameters = frame_.rtl_parameters};
  const std::string& folder = frame_.rtl_folder.empty() ? frame_.top : frame_.rtl_folder;
  rtl.sources.push_back(folder + "/" + top + ".sv");
  rtl.parameters.emplace_back("Cuts", design_.structure.cuts);
  return rtl;
}

std::string Describe(const Unit& unit, const Operation& operation) {
  std::string text = "a " + Hex(operation.a, unit.a_bits());
  if (unit.b_bits() > 0) text += ", b " + Hex(operation.b, unit.b_bits());
  if (unit.c_bits() > 0) text += ", c " + Hex(operation.c, unit.c_bits());
  if (unit.r_bits() > 0) text += ", r " + Hex(operation.r, unit.r_bits());
  return text;
}

std::string Describe(const StageShape& stage, const Bits& packed) {
  std::string text;
  int position = stage.output_bits();
  for (const Field& field : stage.outputs) {
    position -= field.width_bits;
    if (!text.empty()) text += ", ";
    text += field.name + " ";
    text += position + field.width_bits > kMaxBits
                ? "-"  // Cut off.
                : Hex(packed.Slice(position, field.width_bits), field.width_bits);
  }
  return text;
}

}  // namespace macroscope
