// The tables of a report, from its points. They hold figures, sums and ratios, nothing else.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/pivot.h"
#include "sim/report/published.h"
#include "sim/report/published_operations.h"
#include "sim/report/table.h"

namespace macroscope {

// One row a design and workload: figures, their ratios to the baseline, the published one, checks.
Table SummaryTable(const Pivot& pivot, const Published& published);
// The same of some technologies, terse enough for a terminal of 100 columns, if at most one of them
// is driven.
Table TerminalSummary(const Pivot& pivot, const std::vector<std::size_t>& technologies);
// One column a stage, of the technology of that index: area or gates.
Table StageTable(const Pivot& pivot, std::size_t technology);
// The same: energy of one operation.
Table EnergyStageTable(const Pivot& pivot, std::size_t technology);
// What the energy of one operation is spent on.
Table EnergySplitTable(const Pivot& pivot, std::size_t technology);
// One row a design, one column a workload: energy of one operation. For two workloads or more.
Table WorkloadTable(const Pivot& pivot, std::size_t technology);
// With and without registers, every technology.
Table RegisterTable(const Pivot& pivot);
// One row a design, one column a pair of engines: how many cases, and which.
Table CheckTable(const Pivot& pivot);
// Which model, tools and library stand behind each technology's figures.
Table ProvenanceTable(const Pivot& pivot);
// Designs that a classic table has too, beside it; no rows if there are none.
Table OperationsTable(const Pivot& pivot, std::size_t technology,
                      const PublishedOperations& published);
// What failed and why; no rows if nothing did.
Table FailureTable(const SweepResult& result);
// The README's: gates, areas, energies with their ratios, delay, checked how.
Table ReadmeSummary(const Pivot& pivot);

// What a technology's figures omit, and why figures are missing: the notes of its costs, each once,
// with the designs that it is about, if it is not about all.
std::vector<std::string> Notes(const Pivot& pivot, std::size_t technology);

// "CLOCK NOT MET: ...", one a design that misses the technology's clock.
std::vector<std::string> ClocksNotMet(const Pivot& pivot, std::size_t technology);

// Columns and cells for pivot.keys.
std::vector<Column> KeyColumns(const Pivot& pivot);
std::vector<std::string> KeyCells(const Pivot& pivot, const DesignRow& row);

// How a technology's areas or gates are written: whole, but with a digit more where all are small.
std::function<std::string(std::optional<double>)> FigureText(const Pivot& pivot,
                                                             std::size_t technology);

// "µm²" or "gates".
std::string UnitOf(const Pivot& pivot, std::size_t technology);

}  // namespace macroscope
