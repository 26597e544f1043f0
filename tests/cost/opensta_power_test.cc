// OpenSTA judges our prices: it is told how often the input ports change, and works out the rest
// itself, on netlists where that can be exact: no net depends on another through two ways.
//
// What the two count differently: OpenSTA gives a net's CV^2/2 to its driver and leaves out the
// nets that ports drive, the clock's too; we give those to the cells behind them. Here that part,
// changes times the sum of the pins' capacitances, is added to OpenSTA's figure by hand. OpenSTA
// does not tell a flip-flop's clock pin from its other pins: a run whose data never change tells
// the clock pins' energy. And the release of 2019 takes an inverter's energy at the slew of the
// wrong input edge: beside the true prices, which deviate for that, stand such as it makes.
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "sim/stimulus/random.h"
#include "tests/cost/opensta_power.h"
#include "tests/cost/random_activity.h"
#include "tests/netlist/osu018.h"
#include "tests/timing/small_library.h"

namespace macroscope {

static void PrintTo(const WireModel& wires, std::ostream* os) {
  *os << (wires.per_net_ff == 0 ? "None" : "Some");
}

namespace {

constexpr double kTolerance = 0.002;
constexpr double kToleranceOfInverters = 0.05;
constexpr WireModel kWires = {.per_net_ff = 2, .per_fanout_ff = 4};

struct Sum {
  const char* name;
  double ours = 0, judge = 0;
  double worst = 0;
  int count = 0;

  void Add(double our, double judged) {
    ours += our;
    judge += judged;
    if (judged == 0) {
      EXPECT_EQ(our, 0);
      return;
    }
    ++count;
    worst = std::max(worst, std::abs(our - judged) / judged);
  }
  void Expect(double tolerance = kTolerance) const {
    const double deviation = std::abs(ours - judge) / judge;
    std::cout << name << ": " << ours << " fJ a cycle, OpenSTA " << judge << ": " << 100 * deviation
              << " %; " << count << " instances, the worst " << 100 * worst << " %\n";
    EXPECT_GT(count, 0);
    EXPECT_GT(judge, 0);
    EXPECT_LT(deviation, tolerance) << name;
  }
};

class OpenStaPower : public testing::TestWithParam<WireModel> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kOsu018)) GTEST_SKIP() << kOsu018 << " is absent";
    library_ = std::make_shared<Library>(kOsu018);
    factors_ = MeasureOpenStaFactors();
  }

  void ExpectAgreement(const Netlist& netlist) {
    const Measured measured(netlist, GetParam());
    const auto judge = RunOpenStaPower(netlist, GetParam(), kPeriodPs, measured.activities);
    auto no_data = measured.activities;
    for (auto& [port, activity] : no_data) activity = {0, 0.5};
    const auto clock_only = RunOpenStaPower(netlist, GetParam(), kPeriodPs, no_data);
    Sum buffers{"buffers, internal"}, inverters{"inverters, internal"},
        crossed{"inverters, internal, as this release takes slews"},
        flip_flops{"flip-flops, internal"}, clock{"clock"}, switching{"switching"},
        leakage{"leakage"};
    for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
      const std::string& path = netlist.instances[i].path;
      const Energy& ours = measured.energies.at(path);
      switching.Add(ours.switching_fj,
                    judge[i].switching_fj + PortNets(netlist, measured, i, GetParam(), false));
      leakage.Add(ours.leakage_fj, judge[i].leakage_fj);
      if (!netlist.instances[i].cell->sequential) {
        const double internal = judge[i].internal_fj / factors_.gate_output;
        EXPECT_EQ(ours.clock_fj, 0);
        if (netlist.instances[i].cell->name.starts_with("BUF")) {
          buffers.Add(ours.internal_fj, internal);
          continue;
        }
        inverters.Add(ours.internal_fj, internal);
        crossed.Add(measured.at_crossed_slews.at(path).internal_fj, internal);
        continue;
      }
      const double stored = measured.without_data_pins.at(path).internal_fj;
      flip_flops.Add(
          stored * factors_.stored_output + (ours.internal_fj - stored) * factors_.data_pin,
          judge[i].internal_fj - clock_only[i].internal_fj);
      clock.Add(ours.clock_fj, clock_only[i].internal_fj / factors_.clock_pin +
                                   PortNets(netlist, measured, i, GetParam(), true));
    }
    std::cout << netlist.instances.size() << " instances, " << measured.activities.size()
              << " ports, " << measured.cycles << " cycles, seed " << kSeed << "\n";
    for (const Sum* sum : {&buffers, &switching, &leakage}) sum->Expect();
    inverters.Expect(kToleranceOfInverters);
    if (factors_.gate_output > 1.5) crossed.Expect();  // The release of 2019.
    if (measured.graph.flip_flops.empty()) return;
    flip_flops.Expect();
    clock.Expect();
  }

  std::shared_ptr<const Library> library_;
  OpenStaFactors factors_;
};

INSTANTIATE_TEST_SUITE_P(Wires, OpenStaPower, testing::Values(WireModel{}, kWires),
                         testing::PrintToStringParamName());

TEST_P(OpenStaPower, OfThisRelease) {
  std::cout << "a change costs, over the mean of rise and fall: at a gate's output "
            << factors_.gate_output << ", a clock pin " << factors_.clock_pin << ", a data pin "
            << factors_.data_pin << ", a flip-flop's output " << factors_.stored_output << "\n";
  for (const double factor :
       {factors_.gate_output, factors_.clock_pin, factors_.data_pin, factors_.stored_output}) {
    EXPECT_TRUE(std::abs(factor - 1) < 1e-5 || std::abs(factor - 2) < 1e-5) << factor;
  }
}

// Trees of buffers and inverters, four cells deep.
TEST_P(OpenStaPower, OfBuffersAndInverters) {
  constexpr const char* kCells[] = {"INVX1", "INVX2", "INVX4", "INVX8", "BUFX2", "BUFX4"};
  Random random(kSeed);
  NetlistBuilder builder(library_);
  constexpr int kPorts = 12;
  int net = 2, outputs = 0;
  for (int port = 0; port < kPorts; ++port) {
    std::vector<int> level = {net++};
    builder.Input("a" + std::to_string(port) + "_i", level[0]);
    for (int depth = 0; depth < 4; ++depth) {
      std::vector<int> next;
      for (const int from : level) {
        for (std::uint64_t i = 0; i <= random.Below(3); ++i) {
          next.push_back(net++);
          const std::string path = "c" + std::to_string(builder.netlist.instances.size());
          builder.Cell(kCells[random.Below(6)], path, {{"A", from}, {"Y", next.back()}});
        }
      }
      level = next;
    }
    for (const int leaf : level) builder.Output("z" + std::to_string(outputs++) + "_o", leaf);
  }
  ASSERT_GT(builder.netlist.instances.size(), 100u);
  ExpectAgreement(builder.netlist);
}

// Some data come through a buffer and have a slew, some straight from the port.
TEST_P(OpenStaPower, OfABankOfRegisters) {
  NetlistBuilder builder(library_);
  builder.Input("clk_i", 2);
  int net = 3;
  for (int bit = 0; bit < 32; ++bit) {
    const std::string name = std::to_string(bit);
    const int port = net++, data = bit % 3 == 0 ? port : net++, stored = net++, last = net++;
    builder.Input("d" + name + "_i", port);
    if (data != port) {
      builder.Cell(bit % 3 == 1 ? "BUFX2" : "INVX1", "in" + name, {{"A", port}, {"Y", data}});
    }
    builder.Cell("DFFPOSX1", "bit" + name, {{"CLK", 2}, {"D", data}, {"Q", stored}})
        .Cell(bit % 2 == 0 ? "INVX8" : "BUFX4", "out" + name, {{"A", stored}, {"Y", last}})
        .Output("q" + name + "_o", last);
  }
  ExpectAgreement(builder.netlist);
}

}  // namespace
}  // namespace macroscope
