#include "sim/report/published.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "sim/base/build_error.h"
#include "sim/base/paths.h"

namespace macroscope {
namespace {

// "E4M3->FP16" as a design, by the file's `designs`.
DesignText DesignOf(const std::string& mac, const YAML::Node& designs) {
  const std::size_t arrow = mac.find("->");
  if (arrow == std::string::npos) throw YAML::Exception(YAML::Mark::null_mark(), "mac: no '->'");
  DesignText design;
  design.operands = designs["operands"][mac.substr(0, arrow)].as<std::string>();
  design.accumulator = designs["accumulators"][mac.substr(arrow + 2)].as<std::string>();
  design.form = designs["form"].as<std::string>();
  return design;
}

}  // namespace

Published Published::Load(const std::filesystem::path& file) {
  Published published;
  if (!std::filesystem::exists(file)) return published;
  try {
    const YAML::Node document = YAML::LoadFile(file.string())[0];
    const YAML::Node designs = document["designs"];
    published.cite_ = document["cite"].as<std::string>();
    published.source_ = fmt::format("arXiv {}, {}", document["source"]["arxiv"].as<std::string>(),
                                    document["source"]["where"].as<std::string>());
    double baseline = 0;
    for (const YAML::Node& row : document["rows"]) {
      if (row["mac"].as<std::string>() == designs["baseline"].as<std::string>()) {
        baseline = row["total"].as<double>();
      }
    }
    for (const YAML::Node& row : document["rows"]) {
      const double gates = row["total"].as<double>();
      for (const auto& cut : designs["cuts"]) {
        DesignText design = DesignOf(row["mac"].as<std::string>(), designs);
        design.unit = cut.first.as<std::string>();
        design.cuts = cut.second.as<std::string>();
        published.rows_.push_back({design, {gates, gates / baseline}});
      }
    }
  } catch (const YAML::Exception& error) {
    throw BuildError(
        fmt::format("{}: not a file of published figures: {}", file.string(), error.what()));
  }
  return published;
}

Published Published::LoadDefault() {
  return Load(Home() / "published" / "qualcomm_fp8_vs_int8.yaml");
}

std::optional<PublishedFigure> Published::Find(const DesignText& design) const {
  for (const Row& row : rows_) {
    const DesignText& known = row.design;
    if (known.unit == design.unit && known.operands == design.operands &&
        known.accumulator == design.accumulator && known.form == design.form &&
        known.cuts == design.cuts) {
      return row.figure;
    }
  }
  return std::nullopt;
}

}  // namespace macroscope
