#include "sim/cosim/verilator_runtime.h"

#include "sim/base/cache.h"
#include "sim/base/process.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

const fs::path& IncludeFolder() {
  static const fs::path folder = [] {
    std::string root = RunChecked({kVerilator, "--getenv", "VERILATOR_ROOT"}, ".");
    return fs::path(root.substr(0, root.find('\n'))) / "include";
  }();
  return folder;
}

}  // namespace

std::vector<std::string> CompileCommand(RtlFlavour flavour) {
  const bool is_systemc = IsSystemc(flavour);
  std::vector<std::string> command = {
      "g++",
      // Bulk evaluation repays optimising; some ten thousand cycles do not.
      flavour == RtlFlavour::kSystemc || flavour == RtlFlavour::kTapped ? "-O0" : "-O2",
      // The younger the standard, the larger the library's headers: a third of a small design's
      // time.
      is_systemc ? "-std=gnu++20" : "-std=gnu++17",
      // Objects of several designs live in one process: none may see the symbols of another.
      "-fPIC", "-fvisibility=hidden", "-fno-gnu-unique", "-pthread", "-w", "-I.",
      "-I" + IncludeFolder().string(), "-I" + (IncludeFolder() / "vltstd").string(),
      "-DVERILATOR=1", "-DVM_COVERAGE=0", "-DVM_TRACE=0", is_systemc ? "-DVM_SC=1" : "-DVM_SC=0"};
  // The distribution's libsystemc is a C++17 one and links with nothing that claims otherwise.
  if (is_systemc) command.push_back("-DSC_CPLUSPLUS=201703L");
  return command;
}

namespace {

constexpr const char* kRuntimeSources[] = {"verilated.cpp", "verilated_threads.cpp"};

KeyBuilder KeyOf(const std::vector<std::string>& command) {
  KeyBuilder key;
  key.Add("verilator", ToolVersion(kVerilator)).Add("compiler", ToolVersion("g++"));
  for (const std::string& word : command) key.Add("command", word);
  return key;
}

void RunWith(std::vector<std::string> command, const std::vector<std::string>& more,
             const fs::path& place) {
  command.insert(command.end(), more.begin(), more.end());
  RunChecked(command, place);
}

// Both kinds of designs link with the same objects: no class's layout depends on SystemC. None of
// it is called while a design is evaluated, so that it is not worth optimising.
fs::path RuntimeObjects() {
  std::vector<std::string> compile = CompileCommand(RtlFlavour::kFast);
  compile[1] = "-O0";
  return Cache::Default().Get("verilator", KeyOf(compile).Hash(), [&](const fs::path& place) {
    for (const std::string source : kRuntimeSources) {
      RunWith(compile, {"-c", (IncludeFolder() / source).string(), "-o", source + ".o"}, place);
    }
  });
}

fs::path Prelude(RtlFlavour flavour) {
  const std::string text = IsSystemc(flavour)
                               ? "#include <systemc.h>\n#include \"verilated_sc.h\"\n"
                                 "#include \"verilated.h\"\n#include \"svdpi.h\"\n"
                               : "#include \"verilated.h\"\n";
  const std::vector<std::string> compile = CompileCommand(flavour);
  KeyBuilder key = KeyOf(compile);
  key.Add("prelude", text);
  return Cache::Default().Get("verilator", key.Hash(), [&](const fs::path& place) {
    WriteFile(place / "prelude.h", text);
    RunWith(compile, {"-x", "c++-header", "prelude.h", "-o", "prelude.h.gch"}, place);
  });
}

}  // namespace

VerilatorRuntime GetVerilatorRuntime(RtlFlavour flavour) {
  VerilatorRuntime runtime{.folder = Prelude(flavour), .objects = {}};
  const fs::path objects = RuntimeObjects();
  for (const std::string source : kRuntimeSources) {
    runtime.objects.push_back((objects / (source + ".o")).string());
  }
  return runtime;
}

}  // namespace macroscope
