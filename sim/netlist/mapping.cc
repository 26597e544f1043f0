#include "sim/netlist/mapping.h"

#include <fmt/format.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/base/process.h"
#include "sim/base/rtl_files.h"
#include "sim/netlist/flip_flop_text.h"
#include "sim/netlist/port_constraint.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// `-defer` leaves the defaults of parameters unelaborated.
constexpr const char* kRead = "read_verilog -sv -defer {}\n";

// Inverters that the RTL keeps are for mappings without buffers; these put in their own.
constexpr const char* kElaborate = R"(hierarchy -check -top {top}
check -assert
setattr -mod -unset keep_hierarchy *
)";

constexpr const char* kMap = R"(synth -flatten -noabc -top {top}
dfflibmap -liberty {flip_flops}
opt
abc -liberty {liberty}{constraint} -script +{script}
opt_clean -purge
attrmap -remove src
write_json netlist.json
write_verilog -noattr netlist.v
)";

std::string Quote(const fs::path& path) { return fmt::format("\"{}\"", path.string()); }

// All of the script that is not a path.
std::string Recipe(const MappingRequest& request) {
  // All parameters at once: each chparam elaborates the top anew.
  std::string text = "chparam";
  for (const auto& [name, value] : request.rtl.parameters) {
    text += fmt::format(" -set {} 32'd{}", name, value);
  }
  text += fmt::format(" {}\n", request.rtl.top);
  text += fmt::format(kElaborate, fmt::arg("top", request.rtl.top));
  for (const std::string& instance : request.kept_instances) {
    text += fmt::format("setattr -set keep_hierarchy 1 {}/c:{}\n", request.rtl.top, instance);
  }
  return text;
}

// What Yosys' complaint about a library means for whoever chose it.
[[noreturn]] void Explain(const BuildError& error, const MappingRequest& request,
                          const Library& library) {
  const std::string said = error.what();
  if (said.find("cannot be legalized") != std::string::npos) {
    throw BuildError(
        fmt::format("{}: no flip-flop fits the registers of {}; the library must have one of the "
                    "clock's rising "
                    "edge and one with an asynchronous reset, and dont_use must leave them: {}",
                    library.file().path().string(), request.rtl.top, said));
  }
  if (said.find("ABC") != std::string::npos || said.find("output.blif") != std::string::npos) {
    throw BuildError(fmt::format(
        "{}: ABC maps nothing to it; the library must have an inverter and a 2-input gate, and "
        "dont_use must leave them: {}",
        library.file().path().string(), said));
  }
  throw error;
}

}  // namespace

Mapping MapDesign(const MappingRequest& request, const CellLibrary& library, Cache& cache) {
  Mapping mapping;
  mapping.tools = ToolVersion("yosys");
  const fs::path liberty = library.library->file().path();
  const EffortLevel& effort = FindEffort(request.effort);
  const std::string constraint =
      effort.constrains_ports ? PortConstraint(*library.library) : std::string();
  const std::string flip_flops = FlipFlopText(*library.library);
  const std::string recipe = Recipe(request);
  KeyBuilder key;
  key.Add("recipe", recipe).Add("map", kMap).Add("yosys", mapping.tools);
  key.Add("abc", effort.abc_script).Add("constraint", constraint);
  key.Add("flip_flops", flip_flops);
  key.Add("liberty", library.library->hash());
  AddRtlFiles(request.rtl, key);
  mapping.folder = cache.Get("netlist", key.Hash(), [&](const fs::path& folder) {
    std::string script;
    for (const fs::path& file : RtlFiles(request.rtl)) script += fmt::format(kRead, Quote(file));
    script += recipe;
    script += fmt::format(kMap, fmt::arg("top", request.rtl.top),
                          fmt::arg("liberty", Quote(fs::absolute(liberty))),
                          fmt::arg("flip_flops", flip_flops.empty() ? Quote(fs::absolute(liberty))
                                                                    : "flip_flops.lib"),
                          fmt::arg("constraint", constraint.empty() ? "" : " -constr ports.constr"),
                          fmt::arg("script", effort.abc_script));
    WriteFile(folder / "map.ys", script);
    if (!flip_flops.empty()) WriteFile(folder / "flip_flops.lib", flip_flops);
    if (!constraint.empty()) WriteFile(folder / "ports.constr", constraint);
    try {
      RunChecked({"yosys", "-q", "-l", "yosys.log", "map.ys"}, folder);
    } catch (const BuildError& error) {
      Explain(error, request, *library.library);
    }
    if (!fs::exists(folder / "netlist.json")) {
      throw BuildError(fmt::format("yosys wrote no netlist of {}; see what it says with `yosys {}`",
                                   request.rtl.top, (folder / "map.ys").string()));
    }
  });
  return mapping;
}

Netlist MapToNetlist(const MappingRequest& request, const CellLibrary& library, Cache& cache) {
  const Mapping mapping = MapDesign(request, library, cache);
  return ReadYosysJson(mapping.folder / "netlist.json", request.rtl.top, library.library);
}

MappingRequest KeepingStages(const Unit& unit, std::string_view effort) {
  MappingRequest request = Flattened(unit, effort);
  const std::uint32_t cuts = unit.design().structure.cuts;
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    request.kept_instances.push_back("u_" + unit.stages()[i].name);
    if ((cuts >> i & 1) != 0) {
      request.kept_instances.push_back("u_" + unit.stages()[i].name + "_register");
    }
  }
  if (unit.design().form == Form::kMac) request.kept_instances.push_back("u_accumulator_register");
  return request;
}

MappingRequest Flattened(const Unit& unit, std::string_view effort) {
  return {unit.rtl(), {}, std::string(effort)};
}

}  // namespace macroscope
