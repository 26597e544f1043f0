// Long for one file, but one walk through the groups of a library, in their order.
#include "sim/netlist/liberty.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <stdexcept>

#include "sim/base/build_error.h"
#include "sim/base/cache.h"
#include "sim/netlist/liberty_number.h"

namespace macroscope {
namespace {

[[noreturn]] void Fail(const LibertyFile& file, int line, std::string_view what,
                       std::string_view right) {
  throw BuildError(fmt::format("{}:{}: {}; {}", file.path().string(), line, what, right));
}

PinDirection Direction(std::string_view text) {
  if (text == "output") return PinDirection::kOutput;
  if (text == "inout") return PinDirection::kInout;
  if (text == "internal") return PinDirection::kInternal;
  return PinDirection::kInput;
}

}  // namespace

const LibertyPin* LibertyCell::FindPin(std::string_view pin) const {
  const auto it = std::ranges::find(pins, pin, &LibertyPin::name);
  return it == pins.end() ? nullptr : &*it;
}

Library::Library(const std::filesystem::path& path) : file_(path), hash_(HashFile(path)) {
  const LibertyGroup& library = file_.library();
  name_ = library.Name();
  ReadUnits();
  ReadNominalVoltage();
  for (const LibertyGroup& group : library.groups) {
    if (group.type == "cell") ReadCell(group);
  }
  if (cells_.empty()) {
    Fail(file_, library.line, fmt::format("library `{}` has no cells", name_),
         "groups `cell (name) { ... }` are expected in it");
  }
}

void Library::ReadUnits() {
  const LibertyGroup& library = file_.library();
  const auto scale = [&](std::string_view number_text, std::string_view unit_text, char base,
                         int line) {
    double number = 0;
    std::string_view unit;
    const bool is_number = SplitLibertyNumber(number_text, number, unit);
    const double factor = LibertyUnitFactor(unit_text.empty() ? unit : unit_text, base);
    if (!is_number || number <= 0 || factor == 0) {
      Fail(file_, line, fmt::format("`{}{}` is not a unit", number_text, unit_text),
           fmt::format("a number and a unit such as 1p{} is expected", base));
    }
    return number * factor;
  };
  if (const LibertyAttribute* time = library.Find("time_unit"); time != nullptr) {
    time_unit_ps_ = scale(library.Value("time_unit"), "", 's', time->line) * 1e12;
  }
  if (const LibertyAttribute* load = library.Find("capacitive_load_unit"); load != nullptr) {
    if (load->values.size() != 2) {
      Fail(file_, load->line, "capacitive_load_unit takes two values",
           "`capacitive_load_unit (1,pf);` is expected");
    }
    capacitance_unit_ff_ = scale(load->values[0], load->values[1], 'f', load->line) * 1e15;
  }
  if (const LibertyAttribute* leakage = library.Find("leakage_power_unit"); leakage != nullptr) {
    leakage_unit_nw_ = scale(library.Value("leakage_power_unit"), "", 'W', leakage->line) * 1e9;
  }
  if (const LibertyAttribute* voltage = library.Find("voltage_unit"); voltage != nullptr) {
    voltage_unit_v_ = scale(library.Value("voltage_unit"), "", 'V', voltage->line);
  }
}

void Library::ReadNominalVoltage() {
  const LibertyGroup& library = file_.library();
  nominal_voltage_v_ = Number(library, "nom_voltage", 0) * voltage_unit_v_;
  if (nominal_voltage_v_ != 0) return;
  const std::string_view wanted = library.Value("default_operating_conditions");
  for (const LibertyGroup& group : library.groups) {
    if (group.type == "operating_conditions" && (wanted.empty() || group.Name() == wanted)) {
      nominal_voltage_v_ = Number(group, "voltage", 0) * voltage_unit_v_;
      return;
    }
  }
}

double Library::Number(const LibertyGroup& group, std::string_view attribute,
                       double otherwise) const {
  const LibertyAttribute* found = group.Find(attribute);
  if (found == nullptr) return otherwise;
  double number = 0;
  std::string_view rest;
  if (!SplitLibertyNumber(group.Value(attribute), number, rest) || !rest.empty()) {
    Fail(file_, found->line,
         fmt::format("{} of `{}` is `{}`", attribute, group.Name(), group.Value(attribute)),
         "a number is expected");
  }
  return number;
}

std::optional<LogicExpression> Library::Function(const LibertyGroup& group,
                                                 std::string_view attribute) const {
  const LibertyAttribute* found = group.Find(attribute);
  if (found == nullptr) return std::nullopt;
  try {
    return LogicExpression(group.Value(attribute));
  } catch (const std::invalid_argument& error) {
    throw BuildError(fmt::format("{}:{}: {} of `{}`: {}", file_.path().string(), found->line,
                                 attribute, group.Name(), error.what()));
  }
}

void Library::ReadCapacitances(const LibertyGroup& group, LibertyPin& pin) const {
  const LibertyGroup& library = file_.library();
  const char* otherwise = pin.direction == PinDirection::kInput    ? "default_input_pin_cap"
                          : pin.direction == PinDirection::kOutput ? "default_output_pin_cap"
                                                                   : "default_inout_pin_cap";
  const bool is_internal = pin.direction == PinDirection::kInternal;
  const double unstated = is_internal ? 0 : Number(library, otherwise, 0);
  // What is not stated is as large as what is.
  const double edges =
      std::max(Number(group, "rise_capacitance", -1e30), Number(group, "fall_capacitance", -1e30));
  const double capacitance = Number(group, "capacitance", edges > -1e30 ? edges : unstated);
  pin.capacitance_ff = capacitance * capacitance_unit_ff_;
  pin.rise_capacitance_ff = Number(group, "rise_capacitance", capacitance) * capacitance_unit_ff_;
  pin.fall_capacitance_ff = Number(group, "fall_capacitance", capacitance) * capacitance_unit_ff_;
}

LibertyPin Library::ReadPin(const LibertyGroup& group, std::string_view name) const {
  LibertyPin pin;
  pin.name = name;
  pin.direction = Direction(group.Value("direction"));
  ReadCapacitances(group, pin);
  pin.is_clock = group.Value("clock") == "true";
  pin.has_three_state = group.Find("three_state") != nullptr;
  pin.function = Function(group, "function");
  pin.group = &group;
  return pin;
}

LibertySequential Library::ReadSequential(const LibertyGroup& group) const {
  LibertySequential sequential;
  sequential.is_latch = group.type == "latch";
  if (group.arguments.size() != 2) {
    Fail(file_, group.line, fmt::format("`{}` takes the names of two states", group.type),
         fmt::format("`{} (IQ, IQN) {{ ... }}` is expected", group.type));
  }
  sequential.state = group.arguments[0];
  sequential.inverted_state = group.arguments[1];
  sequential.next_state = Function(group, sequential.is_latch ? "data_in" : "next_state");
  sequential.clocked_on = Function(group, sequential.is_latch ? "enable" : "clocked_on");
  sequential.clear = Function(group, "clear");
  sequential.preset = Function(group, "preset");
  const std::string_view both = group.Value("clear_preset_var1");
  if (!both.empty()) sequential.clear_and_preset = both[0];
  if (!sequential.is_latch && (!sequential.next_state || !sequential.clocked_on)) {
    Fail(file_, group.line, "`ff` lacks next_state or clocked_on", "it needs both");
  }
  return sequential;
}

void Library::ReadCell(const LibertyGroup& group) {
  if (group.Name().empty()) {
    Fail(file_, group.line, "a cell has no name", "`cell (name) { ... }` is expected");
  }
  LibertyCell cell;
  cell.name = group.Name();
  cell.area_um2 = Number(group, "area", 0);
  const double unstated = Number(file_.library(), "default_cell_leakage_power", 0);
  cell.leakage_nw = Number(group, "cell_leakage_power", unstated) * leakage_unit_nw_;
  cell.dont_use = group.Value("dont_use") == "true";
  cell.group = &group;
  for (const LibertyGroup& part : group.groups) {
    if (part.type == "pin") {
      // `pin (A, B) { ... }` describes two pins alike.
      for (const std::string_view name : part.arguments) cell.pins.push_back(ReadPin(part, name));
    } else if (part.type == "ff" || part.type == "latch") {
      cell.sequential = ReadSequential(part);
    }
  }
  const auto [it, is_new] = cells_.emplace(cell.name, cell);
  if (!is_new) {
    Fail(file_, group.line, fmt::format("cell `{}` is there twice", cell.name),
         fmt::format("line {} has it already", it->second.group->line));
  }
}

const LibertyCell* Library::Find(std::string_view cell) const {
  const auto it = cells_.find(cell);
  return it == cells_.end() ? nullptr : &it->second;
}

double Library::Nand2AreaUm2() const {
  double least = 0;
  for (const auto& [name, cell] : cells_) {
    for (const LibertyPin& pin : cell.pins) {
      if (!pin.function || pin.function->inputs().size() != 2 || cell.sequential) continue;
      const std::uint64_t inputs[] = {0b1010, 0b1100};
      if ((pin.function->Evaluate(inputs) & 0b1111) != 0b0111) continue;
      if (cell.area_um2 > 0 && (least == 0 || cell.area_um2 < least)) least = cell.area_um2;
    }
  }
  if (least == 0) {
    Fail(file_, file_.library().line, "no cell is a 2-input NAND with an area",
         "give nand2_area_um2 in the technology file");
  }
  return least;
}

std::string WithoutCells(const Library& library, const std::vector<std::string>& globs) {
  std::string_view text = library.file().text();
  std::string kept;
  const char* from = text.data();
  for (const LibertyGroup& group : library.file().library().groups) {
    if (group.type != "cell") continue;
    const std::string name(group.Name());
    if (std::ranges::none_of(globs, [&](const std::string& glob) {
          return fnmatch(glob.c_str(), name.c_str(), 0) == 0;
        })) {
      continue;
    }
    kept.append(from, group.text.data());
    from = group.text.data() + group.text.size();
  }
  kept.append(from, text.data() + text.size());
  return kept;
}

}  // namespace macroscope
