// Operands of several limbs on every path that they travel, with a unit of the test's own
// (home/rtl/wide_toy, copied so that it can be spoilt): each path is right, and a fault in any limb
// shows. Long for one file, but one class of helpers and a test a path.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "models/common/cycle_model.h"
#include "models/systemc/assembly.h"
#include "sim/activity/unit_stimulus.h"
#include "sim/base/child.h"
#include "sim/base/files.h"
#include "sim/base/paths.h"
#include "sim/cli/operation_lines.h"
#include "sim/cosim/cosim.h"
#include "sim/cosim/lockstep.h"
#include "sim/cosim/rtl_build.h"
#include "sim/cosim/rtl_dut.h"
#include "sim/cosim/shared_object.h"
#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_check.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random_source.h"
#include "tests/base/temporary_folder.h"
#include "tests/cosim/wide_toy.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSeed = 1;

// One copy a process: the program looks at MACROSCOPE_HOME once.
const TemporaryFolder& Copy() {
  static const TemporaryFolder folder;
  static const bool once = [] {
    fs::copy(fs::path(MACROSCOPE_SOURCE_DIR) / "tests/cosim/home", folder.path(),
             fs::copy_options::recursive);
    setenv("MACROSCOPE_HOME", folder.path().c_str(), 1);
    return true;
  }();
  static_cast<void>(once);
  return folder;
}

// A bit of each limb of each operand, and the top one.
struct Place {
  char operand;
  int bit;
};
constexpr Place kPlaces[] = {{'a', 7},  {'a', 64},  {'a', 150}, {'a', 199},
                             {'b', 63}, {'b', 100}, {'b', 129}};

void Flip(Bits& word, int bit) {
  word.limb[static_cast<std::size_t>(bit / 64)] ^= std::uint64_t{1} << (bit % 64);
}

class WideOperands : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(Home(), Copy().path());
    rtl_ = Copy().path() / "rtl/wide_toy/wide_toy.sv";
    source_ = ReadFile(rtl_);
  }
  void TearDown() override { WriteFile(rtl_, source_); }

  // The RTL with one bit of an operand the wrong way round.
  void Plant(const Place& place) {
    const std::string name = std::string(1, place.operand) + "_i";
    const std::string width = place.operand == 'a' ? "AWidth" : "BWidth";
    std::string text = source_;
    const std::string from = place.operand == 'a' ? "{a_i, b_i}" : ", b_i}";
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    const std::size_t operand = text.find(name, at);
    text.replace(operand, name.size(),
                 "(" + name + " ^ (" + width + "'(1) << " + std::to_string(place.bit) + "))");
    WriteFile(rtl_, text);
  }

  // Operations of a unit, with what the laws give.
  struct Cases {
    Cases(const Unit& unit, std::size_t count)
        : block(count, unit.limbs()), z(count * static_cast<std::size_t>(unit.z_limbs())) {
      MakeRandomSource(unit.design(), unit.c_bits(), kSeed)->Fill(block.Buffers(count));
      unit.Evaluate(block.First(count), z);
    }
    OperandBlock block;
    std::vector<std::uint64_t> z;
  };

  static std::vector<std::uint64_t> ByRtl(const Unit& unit, const Cases& cases) {
    std::vector<std::uint64_t> z(cases.z.size());
    RtlDut(unit, RtlFlavour::kFast).Evaluate(cases.block.First(cases.block.capacity()), z);
    return z;
  }

  // The unit's SystemC model and its RTL in one simulation: "" or the first difference.
  static std::string Lockstep(const Unit& unit, std::uint64_t cycles) {
    const fs::path object = BuildRtl(unit, RtlFlavour::kSystemc);
    const ChildResult child = RunInChild([&] {
      const auto make_rtl = reinterpret_cast<SystemcEntry>(LoadEntry(object, kSystemcEntry));
      const CosimReport report =
          RunLockstep(unit, [&](const char* name) { return Assemble<WideToyLaws>(name, unit); },
                      make_rtl, {.cycles = cycles, .seed = kSeed, .trace_file = ""});
      return report.ok && report.operations < cycles / 8 ? "too few operations" : report.mismatch;
    });
    return child.ok ? child.text : "failed: " + child.text;
  }

  fs::path rtl_;
  std::string source_;
};

TEST_F(WideOperands, HaveTheirLimbs) {
  const auto unit = MakeWideToy({});
  EXPECT_EQ(unit->a_bits(), 200);
  EXPECT_EQ(unit->a_limbs(), 4);
  EXPECT_EQ(unit->b_limbs(), 3);
  EXPECT_EQ(unit->c_limbs(), 2);
  const Cases cases(*unit, 100);
  const Operands all = cases.block.First(100);
  const Operands part = all.Part(40, 10, unit->limbs());
  EXPECT_EQ(part.count, 10u);
  EXPECT_EQ(part.a.size(), 40u);
  EXPECT_EQ(part.b.size(), 30u);
  EXPECT_EQ(part.At(3, unit->limbs()), cases.block.At(43));
  const Operation one = cases.block.At(43);
  EXPECT_EQ(Operands::Of(one, unit->limbs()).At(0, unit->limbs()), one);
  EXPECT_FALSE(Exhaustive::CoversPairs(unit->design()));
}

// The law against the sum of the words, written down from the limbs.
TEST_F(WideOperands, ReachTheLaw) {
  constexpr std::size_t kCases = 20000;
  const auto unit = MakeWideToy({});
  const Cases cases(*unit, kCases);
  std::vector<bool> ones_a(200), ones_b(130);
  for (std::size_t i = 0; i < kCases; ++i) {
    const Operation in = cases.block.At(i);
    unsigned __int128 sum = in.c.limb[0] | static_cast<unsigned __int128>(in.c.limb[1]) << 64;
    for (int word = 0; word < 12; ++word) {
      const Bits& from = word < 7 ? in.a : in.b;
      const int index = word < 7 ? word : word - 7;
      const std::uint64_t limb = from.limb[static_cast<std::size_t>(index / 2)];
      sum += static_cast<unsigned __int128>(index % 2 == 0 ? limb & 0xffffffff : limb >> 32)
             << word;
    }
    ASSERT_EQ(cases.z[2 * i], static_cast<std::uint64_t>(sum)) << i;
    ASSERT_EQ(cases.z[2 * i + 1], static_cast<std::uint64_t>(sum >> 64) & 0xffff) << i;
    for (int bit = 0; bit < 200; ++bit) ones_a[bit] = ones_a[bit] || in.a.Bit(bit);
    for (int bit = 0; bit < 130; ++bit) ones_b[bit] = ones_b[bit] || in.b.Bit(bit);
    ASSERT_EQ(in.a.Slice(200, kMaxBits - 200), Bits());
    ASSERT_EQ(in.b.Slice(130, kMaxBits - 130), Bits());
    // Stages, as Trace gives them.
    const std::vector<Bits> trace = unit->Trace(in);
    ASSERT_EQ(trace[0].Slice(130, 200), in.a);
    ASSERT_EQ(trace[0].Slice(0, 130), in.b);
    ASSERT_EQ(trace[1], Bits::FromLimbs(std::span(cases.z).subspan(2 * i, 2)));
    // Every limb counts.
    const Place& place = kPlaces[i % std::size(kPlaces)];
    Operation other = in;
    Flip(place.operand == 'a' ? other.a : other.b, place.bit);
    ASSERT_NE(unit->Trace(other)[1], trace[1]);
  }
  EXPECT_EQ(std::ranges::count(ones_a, true), 200);
  EXPECT_EQ(std::ranges::count(ones_b, true), 130);
  std::cout << kCases << " cases, seed " << kSeed << "\n";
}

TEST_F(WideOperands, ReachTheRtlInBulk) {
  constexpr std::size_t kCases = 20000;
  for (const std::uint32_t cuts : {0u, 1u}) {
    const auto unit = MakeWideToy({.cuts = cuts});
    const Cases cases(*unit, kCases);
    EXPECT_EQ(ByRtl(*unit, cases), cases.z);
    const Operation first = cases.block.At(0);
    const std::vector<std::optional<Bits>> trace = TraceRtl(*unit, first);
    const std::vector<Bits> law = unit->Trace(first);
    for (std::size_t stage = 0; stage < law.size(); ++stage) EXPECT_EQ(trace[stage], law[stage]);
  }
  std::cout << 2 * kCases << " cases, seed " << kSeed << "\n";
  const auto unit = MakeWideToy({});
  const Cases cases(*unit, 1000);
  for (const Place& place : kPlaces) {
    Plant(place);
    EXPECT_NE(ByRtl(*unit, cases), cases.z) << place.operand << ' ' << place.bit;
  }
}

TEST_F(WideOperands, ReachTheRtlClockByClock) {
  const auto unit = MakeWideToy({.cuts = 3});
  const CosimOptions options = {.cycles = 20000, .seed = kSeed, .trace_file = ""};
  const CosimReport report = RunClocked(*unit, options);
  EXPECT_TRUE(report.ok) << report.mismatch;
  EXPECT_GT(report.operations, 2000u);
  std::cout << report.cycles << " cycles, " << report.operations << " operations\n";
  for (const Place& place : {kPlaces[3], kPlaces[6]}) {
    Plant(place);
    EXPECT_FALSE(RunClocked(*unit, options).ok) << place.operand << ' ' << place.bit;
  }
}

TEST_F(WideOperands, ReachSystemcAndRtlInLockstep) {
  constexpr std::uint64_t kCycles = 5000;
  for (const std::uint32_t cuts : {0u, 1u}) {
    EXPECT_EQ(Lockstep(*MakeWideToy({.cuts = cuts}), kCycles), "") << cuts;
  }
  std::cout << 2 * kCycles << " cycles, seed " << kSeed << "\n";
  const auto unit = MakeWideToy({.cuts = 1});
  for (const Place& place : {kPlaces[2], kPlaces[3], kPlaces[6]}) {
    Plant(place);
    const std::string mismatch = Lockstep(*unit, kCycles);
    EXPECT_NE(mismatch.find("first stage that diverged: unpack"), std::string::npos) << mismatch;
  }
}

// Of a stage wider than Bits, the low bits stand for it, and both sides cut it alike: b, and the
// low 948 bits of a.
TEST_F(WideOperands, LeaveAStageThatIsCut) {
  const auto unit = MakeWideToy({.a_bits = 1101, .b_bits = 1100, .c_bits = 110, .cuts = 1});
  ASSERT_EQ(unit->stages()[0].output_bits(), 2201);
  const Cases cases(*unit, 1000);
  EXPECT_EQ(ByRtl(*unit, cases), cases.z);
  for (std::size_t i = 0; i < 20; ++i) {
    const Operation in = cases.block.At(i);
    const std::vector<Bits> law = unit->Trace(in);
    const std::vector<std::optional<Bits>> rtl = TraceRtl(*unit, in);
    ASSERT_EQ(law[0].Slice(0, 1100), in.b);
    ASSERT_EQ(law[0].Slice(1100, kMaxBits - 1100), in.a.Slice(0, kMaxBits - 1100));
    ASSERT_EQ(rtl[0], law[0]);
    ASSERT_EQ(rtl[1], law[1]);
    EXPECT_TRUE(Describe(unit->stages()[0], law[0]).starts_with("a -, b "));
  }
  EXPECT_EQ(Lockstep(*unit, 2000), "");
}

TEST_F(WideOperands, ReachTheNetlist) {
  if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  constexpr std::uint64_t kCases = 20000;
  for (const std::uint32_t cuts : {0u, 1u}) {
    const auto unit = MakeWideToy({.cuts = cuts});
    const NetlistCheck check =
        CheckNetlist(*unit, MapToNetlist(Flattened(*unit), Osu018()), kCases, kSeed);
    EXPECT_EQ(check.mismatch, std::nullopt);
    EXPECT_GE(check.cases, kCases);
    std::cout << check.cases << " cases, " << check.extent << "\n";
  }
  for (const std::uint32_t cuts : {0u, 1u}) {
    Plant(kPlaces[cuts == 0 ? 3 : 6]);
    const auto unit = MakeWideToy({.cuts = cuts});
    const Netlist netlist = MapToNetlist(Flattened(*unit), Osu018());
    EXPECT_NE(CheckNetlist(*unit, netlist, 1000, kSeed).mismatch, std::nullopt);
  }
}

TEST_F(WideOperands, ReachTheNetlistsInputsInAWorkload) {
  if (!fs::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  const auto unit = MakeWideToy({});
  const Netlist netlist = MapToNetlist(Flattened(*unit), Osu018());
  const GateGraph graph = MakeGateGraph(netlist);
  const Cases cases(*unit, 64);
  OperandStream stream;
  stream.count = 64;
  stream.a = cases.block.a;
  stream.b = cases.block.b;
  UnitStimulus stimulus(*unit, graph, stream, /*dot_length=*/0);
  stimulus.WarmUp();
  const CycleBlock block = stimulus.Next();
  ASSERT_EQ(block.cycles, 64);
  const auto port = [&](const char* name, int cycle) {
    Bits word;
    int position = 0;
    for (const int net : netlist.FindPort(name)->nets) {
      const auto place = std::ranges::find(graph.input_nets, net) - graph.input_nets.begin();
      word.Insert(position++, 1, block.inputs[static_cast<std::size_t>(place)] >> cycle);
    }
    return word;
  };
  Bits sum = port("c_i", 0);
  for (int cycle = 0; cycle < 64; ++cycle) {
    Operation in = cases.block.At(static_cast<std::size_t>(cycle));
    EXPECT_EQ(port("a_i", cycle), in.a) << cycle;
    EXPECT_EQ(port("b_i", cycle), in.b) << cycle;
    EXPECT_EQ(port("c_i", cycle), sum) << cycle;
    in.c = sum;
    sum = unit->Trace(in).back();
  }
}

// What eval and check read and write.
TEST_F(WideOperands, AreReadFromLinesAndWrittenToThem) {
  constexpr std::size_t kCases = 2000;
  const auto unit = MakeWideToy({});
  const Cases cases(*unit, kCases);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < kCases; ++i) {
    const Operation in = cases.block.At(i);
    texts.push_back(Hex(in.a, 200) + " " + Hex(in.b, 130) + " " + Hex(in.c, 80));
  }
  texts.push_back("0x1" + std::string(50, '0') + " 0 0");  // 201 bits.
  std::vector<Line> lines;
  for (const std::string& text : texts) lines.push_back({lines.size() + 1, text});
  OperationLines block;
  const OperationParser parser(*unit, /*with_result=*/false, std::nullopt);
  const std::string complaint = parser.Parse(lines, block);
  EXPECT_NE(complaint.find("stdin:2001: a: "), std::string::npos) << complaint;
  EXPECT_NE(complaint.find("at most 200 bits"), std::string::npos) << complaint;
  ASSERT_EQ(block.size(), kCases);
  std::vector<std::uint64_t> z(cases.z.size());
  unit->Evaluate(block.operands(), z);
  EXPECT_EQ(z, cases.z);
  for (std::size_t i = 0; i < kCases; ++i) {
    EXPECT_EQ(block.operands().At(i, unit->limbs()), cases.block.At(i)) << i;
    std::string text;
    AppendOperands(text, *unit, block, i);
    EXPECT_EQ(text, texts[i]);
  }
  // A wrong digit in each limb shows.
  for (const std::size_t digit : {0, 20, 30, 49, 51, 60, 83}) {
    std::string wrong = texts[0];
    wrong[digit] = wrong[digit] == '0' ? '1' : '0';
    OperationLines other;
    ASSERT_EQ(parser.Parse({{1, wrong}}, other), "");
    unit->Evaluate(other.operands(), z);
    EXPECT_FALSE(std::equal(z.begin(), z.begin() + 2, cases.z.begin())) << digit;
  }
}

}  // namespace
}  // namespace macroscope
