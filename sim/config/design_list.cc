#include "sim/config/design_list.h"

#include <string>
#include <utility>

#include "sim/config/design_keys.h"
#include "sim/config/placed_design.h"

namespace macroscope {
namespace {

constexpr std::size_t kMostDesigns = 10000;  // Beyond this a sweep is a slip, not a plan.

struct Value {
  std::string text;
  Where where;
};

// A list within the axis of `operands` is a pair: operands: [[fp8_e4m3, int8], int8].
Value ReadValue(const StrictNode& node) { return {ReadDesignValue(node), node.where()}; }

std::vector<Value> ReadAxis(const StrictNode& node) {
  if (!node.is_list()) return {ReadValue(node)};
  std::vector<Value> values;
  for (const StrictNode& element : node.List()) values.push_back(ReadValue(element));
  return values;
}

// Whether the design stays the same when the keys of `map` are written over its own.
bool Matches(const StrictMap& map, const Design& design, const Catalogue& formats) {
  DesignText text = ToText(design);
  for (const StrictNode& node : map.entries()) {
    DesignField(text, node.where().key) = ReadValue(node).text;
  }
  try {
    return ParseDesign(text, formats) == design;
  } catch (const DesignError&) {
    return false;  // Such a design cannot be, so it is not this one.
  }
}

}  // namespace

void AppendDesigns(const StrictNode& entry, const Catalogue& formats,
                   std::vector<SweepDesign>& designs) {
  std::vector<PlacedDesign> choices(1);
  choices[0].where = entry.where();
  const StrictMap map = entry.Map(DesignKeyNames());
  for (const StrictNode& node : map.entries()) {
    const std::vector<Value> axis = ReadAxis(node);
    if (choices.size() * axis.size() + designs.size() > kMostDesigns) {
      node.Fail("the axes span more than " + std::to_string(kMostDesigns) +
                " designs; expected fewer");
    }
    std::vector<PlacedDesign> spread;
    for (const PlacedDesign& choice : choices) {
      for (const Value& value : axis) {
        spread.push_back(choice);
        spread.back().Set(value.text, value.where);
      }
    }
    choices = std::move(spread);
  }
  for (PlacedDesign& choice : choices) {
    SetDefaultForm(Form::kMac, choice.text);
    SweepDesign design{ParsePlaced(choice, formats), entry.where().line};
    for (const SweepDesign& other : designs) {
      if (other.design != design.design) continue;
      entry.Fail("the design '" + DisplayName(design.design) + "' of line " +
                 std::to_string(entry.where().line) + " is already in line " +
                 std::to_string(other.line) + "; expected each design once");
    }
    designs.push_back(std::move(design));
  }
}

std::size_t FindBaseline(const StrictNode& baseline, const Catalogue& formats,
                         const std::vector<SweepDesign>& designs) {
  const StrictMap map = baseline.Map(DesignKeyNames());
  std::vector<std::size_t> found;
  std::vector<std::string> all_names;
  std::vector<std::string> found_names;
  for (std::size_t i = 0; i < designs.size(); ++i) {
    all_names.push_back(DisplayName(designs[i].design));
    if (!Matches(map, designs[i].design, formats)) continue;
    found.push_back(i);
    found_names.push_back(all_names.back());
  }
  if (found.size() == 1) return found[0];
  const auto quoted = [](const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
    return text;
  };
  if (found.empty()) baseline.Fail("matches no design; the designs are " + quoted(all_names));
  baseline.Fail("matches " + std::to_string(found.size()) +
                " designs, expected one; add a key that tells them apart: " + quoted(found_names));
}

}  // namespace macroscope
