// The columns that show a technology's main figures, in each of the tables that have them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/report/pivot.h"
#include "sim/report/table.h"

namespace macroscope {

enum class Detail { kReport, kReadme, kTerminal };

struct FigureColumn {
  Column column;
  std::function<std::string(const DesignRow&)> cell;
};

// Area or gates with their ratio, where designs have lanes per MAC too (in a terminal in its
// place); delay; energy of one operation with its ratio and the share of glitches; in a report the
// clock, the slack and the effort, if there is a clock. `pivot` must outlive them.
std::vector<FigureColumn> FigureColumns(const Pivot& pivot, std::size_t technology, Detail detail);

// Appends the columns and, for the rows that the table has already, one a row of the pivot, their
// cells.
void AppendColumns(const Pivot& pivot, const std::vector<FigureColumn>& columns, Table& table);

// A table of the pivot's rows with the columns of its keys.
Table KeyTable(const Pivot& pivot, const std::string& id);

}  // namespace macroscope
