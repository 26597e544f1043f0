// Published costs of designs relative to one another, to be set beside a sweep's own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

class StrictNode;

// What two designs are compared by. Of the first over the second:
enum class Quantity {
  kAreaPerMac,         // Area (or gates) of one multiply-accumulate.
  kMacsPerArea,        // The inverse.
  kElementsPerMemory,  // Elements in as many bits of memory, scales included.
  kAreaTimesMemory,    // Area of one MAC, times the bits that an element takes in memory.
};
const char* Name(Quantity quantity);

// Designs by some of their keys, spelled as reports spell them; empty ones may be anything. Several
// stand for one unit that does what each of them does: the costliest of them counts.
struct ComparedDesign {
  std::string name;  // The source's own: "MSFP16".
  std::vector<DesignText> patterns;
};

struct ComparedQuantity {
  std::string key;  // Of rows: "mac_density".
  Quantity quantity = Quantity::kAreaPerMac;
  std::string over;  // The design that rows are relative to; "" where each row names its own.
  // Of kAreaTimesMemory: tiles of so many elements fill words of so many bits. 0: any bit counts.
  int tile_elements = 0;
  int word_bits = 0;
};

struct ComparedRow {
  std::string design;
  std::string over;  // "" where ComparedQuantity::over is meant.
  // One a ComparedQuantity, as printed; empty where the source has none.
  std::vector<std::optional<double>> values;
  std::string counts;  // What the source counts, if rows differ in it.
  std::string exactness;
  std::string cite;
  std::string why;  // Ours may differ.
};

// The ratio of two formats as a curve over lanes, one an accumulator.
struct RatioChart {
  DesignText of, over;
};

struct PublishedComparison {
  std::string id;
  std::string title;
  std::string cite;
  std::string node;
  std::string exactness;
  std::string why;  // Ours may differ, in all rows.
  std::vector<ComparedDesign> designs;
  std::vector<ComparedQuantity> quantities;
  std::vector<ComparedRow> rows;
  std::optional<RatioChart> chart;

  const ComparedDesign& Find(const std::string& design) const;  // Which must exist.
  // The row's value over that of its reference: divided by the row of that name, if there is one;
  // else the source's values are over it already. Empty where one of the two is.
  std::optional<double> RelativeValue(const ComparedRow& row, std::size_t quantity) const;
};

// The file that a sweep's key `published` names: one in published/ beside the sources, by its name
// without .yaml; or, ending in .yaml, a path relative to `folder`. Gives what LoadComparison takes
// anywhere. Throws ConfigError if there is none.
std::string FindComparison(const StrictNode& node, const std::filesystem::path& folder);

// Throws ConfigError, with file, line and key, if the file is not what it should be.
PublishedComparison LoadComparison(const std::string& file);

}  // namespace macroscope
