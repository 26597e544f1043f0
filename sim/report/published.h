// The published figures that a design is compared with (published/*.yaml).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

struct PublishedFigure {
  double gates = 0;
  double ratio = 0;  // To the figure's own baseline.
};

class Published {
 public:
  // An empty set of figures if the file is absent: a report needs none. Throws BuildError if it is
  // there but is not what it should be.
  static Published Load(const std::filesystem::path& file);
  // qualcomm_fp8_vs_int8.yaml beside the sources.
  static Published LoadDefault();

  // The row that is about a design of these formats, form and registers.
  std::optional<PublishedFigure> Find(const DesignText& design) const;

  const std::string& cite() const { return cite_; }      // "van Baalen et al. 2023, Fig. 3"
  const std::string& source() const { return source_; }  // "arXiv 2303.17951v1 ..., Sec. 3.3 ..."

 private:
  struct Row {
    DesignText design;  // Only the keys that Find compares.
    PublishedFigure figure;
  };
  std::vector<Row> rows_;
  std::string cite_;
  std::string source_;
};

}  // namespace macroscope
