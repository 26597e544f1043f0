#include "sim/netlist/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

constexpr std::string_view kSeparators = ", \t\r\n\\";

enum class Axis { kSlew, kLoad, kUnknown };

Axis AxisOf(std::string_view variable) {
  for (const char* slew :
       {"input_net_transition", "input_transition_time", "constrained_pin_transition"}) {
    if (variable == slew) return Axis::kSlew;
  }
  // The header says why a slew is in the load's place.
  for (const char* load : {"total_output_net_capacitance", "related_pin_transition"}) {
    if (variable == load) return Axis::kLoad;
  }
  return Axis::kUnknown;
}

// Numbers in quoted lists; false if anything else is there.
bool ReadNumbers(const LibertyAttribute& attribute, double unit, std::vector<double>& numbers) {
  for (std::string_view text : attribute.values) {
    while (true) {
      const std::size_t begin = text.find_first_not_of(kSeparators);
      if (begin == std::string_view::npos) break;
      text.remove_prefix(begin);
      if (text.front() == '+') text.remove_prefix(1);
      double number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc()) return false;
      text.remove_prefix(static_cast<std::size_t>(end - text.data()));
      if (!text.empty() && kSeparators.find(text.front()) == std::string_view::npos) return false;
      numbers.push_back(number * unit);
    }
  }
  return true;
}

// The file may have slews in rows or in columns; we have them in rows.
std::vector<double> Transposed(const std::vector<double>& values, std::size_t rows) {
  const std::size_t columns = values.size() / rows;
  std::vector<double> turned(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    turned[i % columns * rows + i / columns] = values[i];
  }
  return turned;
}

}  // namespace

void TableReader::Fail(int line, std::string_view pin, std::string_view what,
                       std::string_view right) const {
  throw BuildError(fmt::format("{}:{}: {}/{}: {}; {}", library_.file().path().string(), line,
                               cell_.name, pin, what, right));
}

const LibertyGroup* TableReader::FindTemplate(const LibertyGroup& table) const {
  const bool is_power = table.type.ends_with("power");
  const LibertyGroup* found = nullptr;
  for (const LibertyGroup& group : library_.file().library().groups) {
    if (group.Name() != table.Name() || !group.type.ends_with("_template")) continue;
    // Both kinds of template may have one of that name.
    found = &group;
    if (group.type == (is_power ? "power_lut_template" : "lu_table_template")) break;
  }
  return found;
}

std::optional<LookupTable> TableReader::Read(const LibertyGroup& parent, std::string_view type,
                                             const LibertyPin& pin, double unit) const {
  const LibertyGroup* group = parent.FindGroup(type);
  if (group == nullptr) return std::nullopt;
  const auto fail = [&](int line, std::string_view what, std::string_view right) {
    Fail(line, pin.name, fmt::format("{}: {}", type, what), right);
  };
  LookupTable table;
  std::size_t expected = 1;
  bool is_load_first = false;
  if (!group->Name().empty() && group->Name() != "scalar") {
    const LibertyGroup* shape = FindTemplate(*group);
    if (shape == nullptr) {
      fail(group->line, fmt::format("the library has no template `{}`", group->Name()),
           "a template or `scalar` is expected");
    }
    for (const char number : {'1', '2', '3'}) {
      const std::string_view variable = shape->Value(fmt::format("variable_{}", number));
      if (variable.empty()) break;
      const Axis axis = AxisOf(variable);
      std::vector<double>& indices = axis == Axis::kSlew ? table.slew_ps : table.load_ff;
      if (axis == Axis::kUnknown || !indices.empty()) {
        fail(group->line, fmt::format("variable_{} of its template is `{}`", number, variable),
             "one slew and one load (or, in a constraint, one slew of each pin) are expected");
      }
      const std::string name = fmt::format("index_{}", number);
      const LibertyAttribute* index = group->Find(name);
      if (index == nullptr) index = shape->Find(name);
      const double index_unit = variable.ends_with("capacitance") ? library_.capacitance_unit_ff()
                                                                  : library_.time_unit_ps();
      if (index == nullptr || !ReadNumbers(*index, index_unit, indices) || indices.empty() ||
          std::ranges::adjacent_find(indices, std::greater_equal<>()) != indices.end()) {
        fail(index == nullptr ? group->line : index->line, fmt::format("{} is no index", name),
             "ascending numbers are expected");
      }
      if (number == '1') is_load_first = axis == Axis::kLoad;
      expected *= indices.size();
    }
  }
  const LibertyAttribute* values = group->Find("values");
  if (values == nullptr || !ReadNumbers(*values, unit, table.values)) {
    fail(values == nullptr ? group->line : values->line, "it has no values",
         "a list of numbers is expected");
  }
  if (table.values.size() != expected) {
    fail(values->line, fmt::format("it has {} values", table.values.size()),
         fmt::format("its indices ask for {}", expected));
  }
  if (is_load_first && !table.slew_ps.empty()) {
    table.values = Transposed(table.values, table.load_ff.size());
  }
  return table;
}

std::optional<LogicExpression> TableReader::When(const LibertyGroup& parent,
                                                 std::string_view pin) const {
  const LibertyAttribute* when = parent.Find("when");
  if (when == nullptr || SplitNames(parent.Value("when")).empty()) return std::nullopt;
  try {
    return LogicExpression(parent.Value("when"));
  } catch (const std::invalid_argument& error) {
    Fail(when->line, pin, fmt::format("when is no condition: {}", error.what()),
         "an expression of the cell's pins is expected");
  }
}

std::vector<int> TableReader::RelatedPins(const LibertyGroup& group, const LibertyPin& pin) const {
  std::vector<int> related;
  for (const std::string_view name : SplitNames(group.Value("related_pin"))) {
    const LibertyPin* from = cell_.FindPin(name);
    if (from == nullptr) {
      Fail(group.line, pin.name, fmt::format("the cell has no related_pin `{}`", name),
           "one of its pins is expected");
    }
    related.push_back(static_cast<int>(from - cell_.pins.data()));
  }
  return related;
}

std::vector<std::string_view> SplitNames(std::string_view text) {
  std::vector<std::string_view> names;
  while (true) {
    const std::size_t begin = text.find_first_not_of(kSeparators);
    if (begin == std::string_view::npos) return names;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(kSeparators), text.size());
    names.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace macroscope
