#include "sim/config/design_file.h"

#include "sim/config/design_keys.h"
#include "sim/config/format_row.h"
#include "sim/config/strict_node.h"

namespace macroscope {

DesignFile ReadDesignFile(const std::filesystem::path& file) {
  const StrictMap map = LoadYaml(file).Map({"formats", "design"});
  DesignFile read;
  if (const auto* list = map.Find("formats")) {
    AddFormatList(*list, file.parent_path(), read.formats);
  }
  const StrictNode& design = map.At("design");
  read.design.where = design.where();
  const StrictMap keys = design.Map(DesignKeyNames());
  for (const StrictNode& node : keys.entries()) {
    read.design.Set(ReadDesignValue(node), node.where());
  }
  return read;
}

Design LoadDesign(const std::filesystem::path& file, Form default_form) {
  DesignFile read = ReadDesignFile(file);
  SetDefaultForm(default_form, read.design.text);
  return ParsePlaced(read.design, read.formats);
}

bool IsDesignFile(const std::filesystem::path& file) { return LoadYaml(file).Has("design"); }

}  // namespace macroscope
