#include "sim/netlist/flip_flop_text.h"

#include <fmt/format.h>

#include <utility>

namespace macroscope {
namespace {

// next_state is the complement of one input.
bool StoresComplement(const LibertyCell& cell) {
  const LogicExpression& next = *cell.sequential->next_state;
  const std::uint64_t both[] = {0b10};
  return next.inputs().size() == 1 && (next.Evaluate(both) & 0b11) == 0b01;
}

void AppendAttribute(const char* name, std::string_view value, std::string& text) {
  if (!value.empty()) text += fmt::format("      {} : \"{}\";\n", name, value);
}

void AppendCell(const LibertyCell& cell, std::string& text) {
  const LibertyGroup& ff = *cell.group->FindGroup("ff");
  const bool turn = StoresComplement(cell);
  std::pair states(ff.arguments[0], ff.arguments[1]);
  std::pair clear_preset(ff.Value("clear"), ff.Value("preset"));
  if (turn) {
    std::swap(states.first, states.second);
    std::swap(clear_preset.first, clear_preset.second);
  }
  text += fmt::format("  cell ({}) {{\n    area : {};\n", cell.name, cell.area_um2);
  if (cell.dont_use) text += "    dont_use : true;\n";
  text += fmt::format("    ff ({}, {}) {{\n", states.first, states.second);
  AppendAttribute("clocked_on", ff.Value("clocked_on"), text);
  AppendAttribute(
      "next_state",
      turn ? std::string_view(cell.sequential->next_state->inputs()[0]) : ff.Value("next_state"),
      text);
  AppendAttribute("clear", clear_preset.first, text);
  AppendAttribute("preset", clear_preset.second, text);
  text += "    }\n";
  for (const LibertyPin& pin : cell.pins) {
    if (pin.direction != PinDirection::kInput && pin.direction != PinDirection::kOutput) continue;
    const bool is_input = pin.direction == PinDirection::kInput;
    text += fmt::format("    pin ({}) {{\n      direction : {};\n", pin.name,
                        is_input ? "input" : "output");
    if (!is_input) AppendAttribute("function", pin.group->Value("function"), text);
    text += "    }\n";
  }
  text += "  }\n";
}

}  // namespace

std::string FlipFlopText(const Library& library) {
  std::string text = "library (flip_flops) {\n";
  bool is_needed = false;
  for (const LibertyGroup& group : library.file().library().groups) {
    if (group.type != "cell") continue;
    const LibertyCell& cell = *library.Find(group.Name());
    if (!cell.sequential || cell.sequential->is_latch) continue;
    is_needed = is_needed || StoresComplement(cell);
    AppendCell(cell, text);
  }
  return is_needed ? text + "}\n" : "";
}

}  // namespace macroscope
