// A sweep's points as a table sees them: one row a design and workload, one entry a technology.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/sweep/figure.h"
#include "sim/sweep/result.h"

namespace macroscope {

struct DesignRow {
  DesignText design;
  std::string name;
  std::string workload;  // Its name; "" where the sweep names none.
  // By technology; null where the sweep has none. Rows of one design share the point of a
  // technology that is not driven.
  std::vector<const PointResult*> points;

  bool ok() const;
  bool is_baseline() const;
  std::vector<Check> checks() const;  // Of all its points, each once.
};

struct Pivot {
  std::vector<std::string> technologies;
  std::vector<bool> is_area;  // By technology: whether its figure is an area or a number of gates.
  bool counts_registers = true;        // Whether figures are with their registers.
  bool has_lanes = false;              // Whether any design has: ratios are per MAC then.
  std::vector<bool> has_energy;        // By technology: whether any point has one.
  std::vector<bool> has_clock;         // By technology: whether it has a clock to meet.
  std::vector<std::string> workloads;  // Names, in the order of the rows; {""} where none has one.
  std::vector<DesignRow> rows;
  // What tells the rows apart: those of unit, operands and accumulator that differ between rows,
  // the keys that differ between rows that are equal in those (of designs with lanes, what an
  // operation is wherever it differs: lanes, block, reduction, terms, window, join), and `workload`
  // if there are several.
  std::vector<std::string> keys;
  // Those of a terminal, which has less room: block, terms, window and join only where rows that
  // are equal in formats differ in them.
  std::vector<std::string> terse_keys;
  // The unit, operands and accumulator that all rows have: "fp_fma, fp16"; or "".
  std::string common;

  const DesignRow* baseline() const;  // Its first row; null if there is none.
  // The baseline's row under the same workload; null if there is none.
  const DesignRow* BaselineOf(const DesignRow& row) const;
  // "int8 → fixed+12", or its whole name where more than formats tells rows apart; "" if none.
  std::string BaselineName() const;
  // "ratio to int8 → fixed+12", "ratio per MAC to ..."; "" without a baseline.
  std::string RatioName() const;
};

// `result` must outlive it.
Pivot MakePivot(const SweepResult& result);

// The text of a row's key; "" for a key that does not exist.
const std::string& ValueOf(const DesignRow& row, const std::string& key);

// What a point costs; null if it failed, or is not there.
const Cost* CostOf(const PointResult* point);

// Adds a text that is not there yet.
void AddOnce(const std::string& text, std::vector<std::string>& texts);

// Parts of Figure(cost).
std::optional<double> FigureOfRegisters(const Cost& cost);
std::optional<double> FigureWithoutRegisters(const Cost& cost);

}  // namespace macroscope
