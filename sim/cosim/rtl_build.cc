#include "sim/cosim/rtl_build.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "embedded_sources.h"
#include "sim/base/cache.h"
#include "sim/base/process.h"
#include "sim/base/rtl_files.h"
#include "sim/cosim/verilator_runtime.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// Tells Verilator to keep the taps, so that the sources stay free of pragmas.
std::string TapConfiguration(const Unit& unit, const std::string& top) {
  std::string text = "`verilator_config\n";
  for (const StageShape& stage : unit.stages()) {
    for (const char* suffix : {"d", "valid"}) {
      text +=
          fmt::format("public_flat_rd -module \"{}\" -var \"{}_{}\"\n", top, stage.name, suffix);
    }
  }
  return text;
}

std::string DutConfiguration(const Unit& unit, const std::string& top, RtlFlavour flavour) {
  const bool is_mac = unit.design().form == Form::kMac;
  const bool rounds = Rounds(unit.design());
  std::string text =
      fmt::format(
          "#define DUT_A_LIMBS {}\n#define DUT_B_LIMBS {}\n#define DUT_LIMBS {}\n"
          "#define DUT_MAX_LIMBS {}\n",
          unit.a_limbs(), unit.b_limbs(), unit.z_limbs(), kMaxLimbs) +
      fmt::format("#define DUT_IS_MAC {}\n#define DUT_IS_CLOCKED {}\n", int{is_mac},
                  int{is_mac || unit.latency_cycles() > 0}) +
      fmt::format(
          "#define DUT_HAS_B {}\n#define DUT_HAS_C {}\n#define DUT_HAS_R {}\n"
          "#define DUT_HAS_FLAGS {}\n#define DUT_ROUNDS {}\n#define DUT_FLAGS_PORT {}\n",
          int{unit.b_bits() > 0}, int{unit.c_bits() > 0 && !is_mac}, int{unit.r_bits() > 0},
          int{unit.has_flags()}, int{rounds}, int{rounds && !is_mac});
  if (flavour == RtlFlavour::kFast) return text;
  text += "#define DUT_TAPS(TAP)";
  for (std::size_t i = 0; i < unit.stages().size(); ++i) {
    text += fmt::format(" \\\n  TAP({0}, {1}__DOT__{2}_d, {1}__DOT__{2}_valid)", i, top,
                        unit.stages()[i].name);
  }
  return text + "\n";
}

std::vector<std::string> VerilatorCommand(const RtlDescription& rtl, RtlFlavour flavour) {
  std::vector<std::string> command = {kVerilator,   IsSystemc(flavour) ? "--sc" : "--cc",
                                      "-O3",        "--x-assign",
                                      "fast",       "--x-initial",
                                      "fast",       "--noassert",
                                      "-Wno-fatal", "--prefix",
                                      "Vdut",       "--Mdir",
                                      ".",          "--top-module",
                                      rtl.top};
  for (const auto& [name, value] : rtl.parameters) {
    command.push_back(fmt::format("-G{}=32'h{:08x}", name, value));
  }
  if (flavour != RtlFlavour::kFast) command.push_back("taps.vlt");
  return command;
}

// One translation unit: the wrapper and all that Verilator wrote.
std::string WholeProgram(const fs::path& folder, std::string_view wrapper) {
  std::string text(wrapper);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp") continue;
    text += fmt::format("#include \"{}\"\n", entry.path().filename().string());
  }
  return text;
}

}  // namespace

fs::path BuildRtl(const Unit& unit, RtlFlavour flavour) {
  const RtlDescription rtl = unit.rtl();
  const bool is_systemc = IsSystemc(flavour);
  const std::string_view wrapper = is_systemc ? kSystemcDutSource : kRtlDutSource;
  const std::string configuration = DutConfiguration(unit, rtl.top, flavour);
  const std::string taps = TapConfiguration(unit, rtl.top);
  std::vector<std::string> verilate = VerilatorCommand(rtl, flavour);
  const std::vector<std::string> compile = CompileCommand(flavour);

  KeyBuilder key;
  key.Add("verilator", ToolVersion(kVerilator)).Add("compiler", ToolVersion("g++"));
  key.Add("flavour", std::to_string(static_cast<int>(flavour)));
  for (const std::string& word : verilate) key.Add("verilate", word);
  for (const std::string& word : compile) key.Add("compile", word);
  key.Add("wrapper", wrapper).Add("configuration", configuration).Add("taps", taps);
  for (const auto& [name, text] : kEmbeddedHeaders) key.Add(name, text);
  AddRtlFiles(rtl, key);

  const fs::path folder = Cache::Default().Get("rtl", key.Hash(), [&](const fs::path& place) {
    const fs::path work = place / "work";
    fs::create_directories(work);
    const VerilatorRuntime runtime = GetVerilatorRuntime(flavour);
    for (const auto& [name, text] : kEmbeddedHeaders) {
      fs::create_directories((work / name).parent_path());
      WriteFile(work / name, text);
    }
    WriteFile(work / "dut_config.h", configuration);
    WriteFile(work / "taps.vlt", taps);
    for (const fs::path& file : RtlFiles(rtl)) verilate.push_back(file.string());
    RunChecked(verilate, work);
    WriteFile(work / "whole.cc", WholeProgram(work, wrapper));

    std::vector<std::string> build = compile;
    build.insert(build.end(), {"-include", (runtime.folder / "prelude.h").string(), "-shared",
                               "whole.cc", "-o", (place / "dut.so").string()});
    for (const std::string& object : runtime.objects) build.push_back(object);
    RunChecked(build, work);
    fs::remove_all(work);
  });
  return folder / "dut.so";
}

}  // namespace macroscope
