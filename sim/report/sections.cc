#include <fmt/format.h>

#include <algorithm>

#include "sim/report/comparison.h"
#include "sim/report/material.h"
#include "sim/report/memory_table.h"
#include "sim/report/numbers.h"
#include "sim/report/result_tables.h"

namespace macroscope {
namespace {

std::vector<Table> StageTables(const Pivot& pivot) {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    tables.push_back(StageTable(pivot, i));
    if (pivot.has_energy[i]) tables.push_back(EnergyStageTable(pivot, i));
  }
  return tables;
}

// What energy goes into, and what the workload does to it.
std::vector<Table> EnergyTables(const Pivot& pivot) {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    if (!pivot.has_energy[i]) continue;
    if (pivot.workloads.size() > 1) tables.push_back(WorkloadTable(pivot, i));
    tables.push_back(EnergySplitTable(pivot, i));
  }
  return tables;
}

std::vector<std::string> AllNotes(const Material& material) {
  const Pivot& pivot = material.pivot;
  std::vector<std::string> notes;
  for (const UsedWorkload& workload : material.result.workloads) {
    notes.push_back(fmt::format("workload{}: {}", workload.name.empty() ? "" : " " + workload.name,
                                workload.text));
  }
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    for (const std::string& note : Notes(pivot, i)) {
      notes.push_back(pivot.technologies[i] + ": " + note);
    }
  }
  return notes;
}

}  // namespace

std::vector<PageSection> Sections(const Material& material) {
  const Pivot& pivot = material.pivot;
  std::vector<PageSection> sections;
  Table failures = FailureTable(material.result);
  if (!failures.rows.empty()) {
    sections.push_back({"Failed", {}, {std::move(failures)}, {}});
  }
  PageSection cost{"Cost", {}, {}, {}};
  PageSection beside{"Beside published figures", {}, {}, {}};
  for (const Chart& chart : material.charts) {
    (chart.is_beside_published ? beside : cost)
        .charts.push_back({"chart-" + chart.stem, chart.caption, chart.specification, chart.svg});
  }
  for (const PublishedComparison& comparison : material.comparisons) {
    for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
      beside.tables.push_back(ComparisonTable(comparison, pivot, i));
    }
  }
  cost.tables.push_back(SummaryTable(pivot, material.published));
  if (material.result.workloads.size() == 1) {
    cost.tables.back().caption += " " + WorkloadSentence(material.result);
  }
  for (std::size_t i = 0; i < pivot.technologies.size(); ++i) {
    if (!pivot.has_energy[i]) continue;
    Table operations = OperationsTable(pivot, i, material.operations);
    if (!operations.rows.empty()) cost.tables.push_back(std::move(operations));
  }
  sections.push_back(std::move(cost));
  if (!beside.tables.empty()) sections.push_back(std::move(beside));
  std::vector<Table> energy = EnergyTables(pivot);
  if (!energy.empty()) sections.push_back({"Energy", {}, std::move(energy), {}});
  sections.push_back({"Stage by stage", {}, StageTables(pivot), {}});
  if (pivot.counts_registers) {
    sections.push_back({"With and without registers", {}, {RegisterTable(pivot)}, {}});
  }
  Table memory = OperandMemoryTable(pivot);
  if (!memory.rows.empty()) sections.push_back({"Memory", {}, {std::move(memory)}, {}});
  sections.push_back({"Checks", {}, {CheckTable(pivot)}, {}});
  sections.push_back({"Provenance", {}, {ProvenanceTable(pivot)}, AllNotes(material)});
  for (PageSection& section : sections) {
    for (Table& table : section.tables) table.caption += " " + MadeBy(material.result);
    for (PageChart& chart : section.charts) chart.caption += " " + MadeBy(material.result);
  }
  return sections;
}

}  // namespace macroscope
