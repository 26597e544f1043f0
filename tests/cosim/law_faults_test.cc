// Faults planted in a copy of the laws, compiled here: reference and RTL both disagree with them,
// and the report names the stage they are in.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "sim/base/files.h"
#include "sim/base/process.h"
#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/base/temporary_folder.h"
#include "tests/cosim/designs.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

struct LawFault {
  std::string name;
  std::string file;  // Below models/.
  std::string from, to;
  std::string stage;
  DesignText text;

  friend void PrintTo(const LawFault& fault, std::ostream* os) { *os << fault.name; }
};

std::vector<LawFault> Faults() {
  const DesignText signs = Text("int_mac", "smag4,int4", "fixed+2");
  const DesignText kulisch = Text("kulisch_mac", "fp6_e3m2", "fixed+4");
  const DesignText fma = Text("fp_fma", "fp4_e2m1", "fp8_e5m2");
  return {
      {"integer_ones_complement", "common/integer_unpack.h", "negative ? 0 - magnitude",
       "negative ? ~magnitude", "unpack", signs},
      {"fixed_add_carry", "common/fixed_add.h", "BitOf(sum, n)", "BitOf(sum, n - 1)", "add", signs},
      {"fixed_accumulate_step", "common/fixed_accumulate.h", "Word(guard_mask + Word(in.carry))",
       "Word(guard_mask)", "accumulate", signs},
      {"kulisch_mac_shift", "kulisch_mac/kulisch_mac_align.h", "in.exponent - shape.least_exponent",
       "in.exponent / 2", "align", kulisch},
      {"fp_fma_sign", "fp_fma/fp_fma_multiply.h", ".sign = in.a.sign != in.b.sign",
       ".sign = in.a.sign || in.b.sign", "multiply", fma},
      {"fp_fma_infinity_sign", "fp_fma/fp_fma_align.h", "in.product.sign : c.sign};",
       "in.product.sign : in.product.sign};", "align", fma},
      {"fp_fma_lost_bits", "fp_fma/fp_fma_add.h", "in.small - Word(in.sticky)", "in.small", "add",
       fma},
      {"fp_fma_subnormal", "fp_fma/fp_fma_normalize.h", "exponent >= 1 &&", "exponent >= 0 &&",
       "normalize", fma},
      {"rounder_ties", "common/round_up.h", "(in.sticky || in.odd)", "(in.sticky || !in.odd)",
       "round", fma},
  };
}

// A copy of models/ with the fault, its unit compiled into a shared object: that of the design.
std::unique_ptr<Unit> MakeFaultyUnit(const LawFault& fault, const Design& design,
                                     const fs::path& folder) {
  fs::copy(fs::path(MACROSCOPE_SOURCE_DIR) / "models", folder / "models",
           fs::copy_options::recursive);
  const fs::path file = folder / "models" / fault.file;
  std::string text = ReadFile(file);
  const std::size_t at = text.find(fault.from);
  if (at == std::string::npos) throw std::logic_error(fault.file + " has no " + fault.from);
  WriteFile(file, text.replace(at, fault.from.size(), fault.to));

  const std::string& unit = fault.text.unit;
  const std::string maker = unit == "int_mac"       ? "MakeIntMac"
                            : unit == "kulisch_mac" ? "MakeKulischMac"
                                                    : "MakeFpFma";
  WriteFile(folder / "faulty.cc", "#include \"models/" + unit + "/" + unit +
                                      "_unit.cc\"\n"
                                      "extern \"C\" macroscope::Unit* faulty(const "
                                      "macroscope::Design* design) { return macroscope::" +
                                      maker + "(*design).release(); }\n");
  RunChecked({MACROSCOPE_CXX, "-std=gnu++20", "-O0", "-w", "-fPIC", "-shared", "-fno-gnu-unique",
              "-I.", "faulty.cc", "-o", "faulty.so", MACROSCOPE_MODELS, MACROSCOPE_DESIGN,
              MACROSCOPE_TABLES, MACROSCOPE_FORMATS, MACROSCOPE_BITS, "-lmpfr", "-lgmp"},
             folder);
  void* handle = dlopen((folder / "faulty.so").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) throw std::runtime_error(dlerror());
  const auto make = reinterpret_cast<Unit* (*)(const Design*)>(dlsym(handle, "faulty"));
  return std::unique_ptr<Unit>(make(&design));
}

// The laws of a unit that no design leads to.
class FaultyLaw : public Engine {
 public:
  explicit FaultyLaw(const Unit& unit) : unit_(unit) {}
  std::string_view name() const override { return "law"; }
  bool has_flags() const override { return unit_.has_flags(); }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    unit_.Evaluate(in, z, flags);
  }

 private:
  const Unit& unit_;
};

class PlantedLawFault : public testing::TestWithParam<LawFault> {};

INSTANTIATE_TEST_SUITE_P(Laws, PlantedLawFault, testing::ValuesIn(Faults()),
                         [](const auto& test) { return test.param.name; });

TEST_P(PlantedLawFault, IsCaughtByReferenceAndRtl) {
  const TemporaryFolder folder;
  const Design design = ParseDesign(GetParam().text, Catalogue());
  const auto unit = MakeFaultyUnit(GetParam(), design, folder.path());
  FaultyLaw law(*unit);
  for (const char* judge : {"reference", "rtl"}) {
    const auto engine = MakeEngine(judge, design);
    const auto operands = MakeOperandSource(design, unit->c_bits(), /*seed=*/1);
    const CompareReport report = CompareEngines(*unit, law, *engine, *operands, 1 << 20);
    EXPECT_FALSE(report.ok) << judge;
    EXPECT_NE(report.mismatch.find("first stage that diverged: " + GetParam().stage + ";"),
              std::string::npos)
        << report.mismatch;
  }
}

}  // namespace
}  // namespace macroscope
