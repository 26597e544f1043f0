// Reads the tables of a Liberty file: a group of values, the template that says what its indices
// are, and the library's units.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/netlist/liberty.h"
#include "sim/netlist/lookup_table.h"

namespace macroscope {

class TableReader {
 public:
  // Messages name the cell.
  TableReader(const Library& library, const LibertyCell& cell) : library_(library), cell_(cell) {}

  // The group of that type within `parent`, its values times `unit`; empty if there is none.
  // Throws BuildError `file:line: cell/pin: ...` if it makes no sense.
  std::optional<LookupTable> Read(const LibertyGroup& parent, std::string_view type,
                                  const LibertyPin& pin, double unit) const;

  // The attribute `when`, if there is one.
  std::optional<LogicExpression> When(const LibertyGroup& parent, std::string_view pin) const;

  // The cell's pins that the attribute `related_pin` of a group of `pin` names, as indices; none if
  // it is not there. Throws BuildError for a name that the cell does not have.
  std::vector<int> RelatedPins(const LibertyGroup& group, const LibertyPin& pin) const;

  [[noreturn]] void Fail(int line, std::string_view pin, std::string_view what,
                         std::string_view right) const;

 private:
  const LibertyGroup* FindTemplate(const LibertyGroup& table) const;

  const Library& library_;
  const LibertyCell& cell_;
};

// The names in a list such as "A B" or "A, B".
std::vector<std::string_view> SplitNames(std::string_view text);

}  // namespace macroscope
