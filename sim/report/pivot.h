// A sweep's points as a table sees them: one row a design, one entry a technology.
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
  std::vector<const PointResult*> points;  // By technology; null where the sweep has none.

  bool ok() const;
  bool is_baseline() const;
  std::vector<Check> checks() const;  // Of all its points, each once.
};

struct Pivot {
  std::vector<std::string> technologies;
  std::vector<bool> is_area;  // By technology: whether its figure is an area or a number of gates.
  std::vector<DesignRow> rows;
  // What tells the rows apart: those of unit, operands and accumulator that differ between rows,
  // and the keys that differ between rows that are equal in those.
  std::vector<std::string> keys;
  std::string
      common;  // The unit, operands and accumulator that all rows have: "fp_fma, fp16"; or "".

  const DesignRow* baseline() const;  // Null if there is none.
  // "int8 → fixed+12", or its whole name where more than formats tells rows apart; "" if none.
  std::string BaselineName() const;
};

// `result` must outlive it.
Pivot MakePivot(const SweepResult& result);

// The text of a design's key; "" for a key that does not exist.
const std::string& ValueOf(const DesignText& design, const std::string& key);

// What a point costs; null if it failed, or is not there.
const Cost* CostOf(const PointResult* point);

// Parts of Figure(cost).
std::optional<double> FigureOfRegisters(const Cost& cost);
std::optional<double> FigureWithoutRegisters(const Cost& cost);

}  // namespace macroscope
