#include "sim/report/published_operations.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "models/formats/catalogue.h"
#include "sim/base/build_error.h"
#include "sim/base/paths.h"

namespace macroscope {
namespace {

// As the sweep's own designs are spelled.
DesignText DesignOf(const YAML::Node& row, const YAML::Node& designs) {
  DesignText text;
  text.unit = row["unit"].as<std::string>();
  text.operands = row["operands"].as<std::string>();
  text.accumulator = row["accumulator"].as<std::string>();
  text.form = designs["form"].as<std::string>();
  text.cuts = designs["cuts"].as<std::string>();
  return ToText(ParseDesign(text, Catalogue()));
}

bool IsTheSame(const DesignText& x, const DesignText& y) {
  return x.unit == y.unit && x.operands == y.operands && x.accumulator == y.accumulator &&
         x.form == y.form && x.cuts == y.cuts;
}

}  // namespace

PublishedOperations PublishedOperations::Load(const std::filesystem::path& file) {
  PublishedOperations published;
  if (!std::filesystem::exists(file)) return published;
  try {
    const YAML::Node document = YAML::LoadFile(file.string())[0];
    const YAML::Node designs = document["designs"];
    published.cite_ = document["cite"].as<std::string>();
    published.title_ = document["title"].as<std::string>();
    PublishedOperation baseline;
    for (const YAML::Node& row : document["rows"]) {
      const PublishedOperation operation{.name = row["operation"].as<std::string>(),
                                         .energy_pj = row["energy_pj"].as<double>(),
                                         .area_um2 = row["area_um2"].as<double>()};
      published.rows_.push_back({DesignOf(designs[operation.name], designs), operation});
      if (operation.name == designs["baseline"].as<std::string>()) baseline = operation;
    }
    for (Row& row : published.rows_) {
      row.operation.energy_ratio = row.operation.energy_pj / baseline.energy_pj;
      row.operation.area_ratio = row.operation.area_um2 / baseline.area_um2;
    }
  } catch (const std::exception& error) {
    throw BuildError(
        fmt::format("{}: not a file of published operations: {}", file.string(), error.what()));
  }
  return published;
}

PublishedOperations PublishedOperations::LoadDefault() {
  return Load(Home() / "published" / "horowitz_2014.yaml");
}

std::optional<PublishedOperation> PublishedOperations::Find(const DesignText& design) const {
  for (const Row& row : rows_) {
    if (IsTheSame(row.design, design)) return row.operation;
  }
  return std::nullopt;
}

}  // namespace macroscope
