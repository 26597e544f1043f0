// Published energies and areas of single operations (published/horowitz_2014.yaml).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

struct PublishedOperation {
  std::string name;  // "int8 add"
  double energy_pj = 0;
  double area_um2 = 0;
  double energy_ratio = 0;  // To the table's own baseline.
  double area_ratio = 0;
};

class PublishedOperations {
 public:
  // Nothing if the file is absent: a report needs none. Throws BuildError if it is there but is not
  // what it should be.
  static PublishedOperations Load(const std::filesystem::path& file);
  static PublishedOperations LoadDefault();

  // The row about a design of this unit and these formats, form and registers.
  std::optional<PublishedOperation> Find(const DesignText& design) const;

  const std::string& cite() const { return cite_; }    // "Horowitz 2014"
  const std::string& title() const { return title_; }  // "... in 45nm 0.9V"

 private:
  struct Row {
    DesignText design;
    PublishedOperation operation;
  };
  std::vector<Row> rows_;
  std::string cite_;
  std::string title_;
};

}  // namespace macroscope
