#include "sim/sweep/sweep_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/base/files.h"
#include "sim/config/sweep_config.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

SweepConfig Config(const std::string& workloads) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "sweep.yaml";
  WriteFile(file,
            "title: t\ndesigns:\n  - {unit: int_mac, operands: [int4, int8], accumulator: "
            "fixed+4}\ntechnologies: [qualcomm_gates, osu018]\n" +
                workloads);
  return LoadSweep(file);
}

constexpr const char* kThree =
    "workloads:\n  - {name: one, distribution: normal}\n  - {name: two, distribution: laplace}\n"
    "  - {name: three, distribution: zeros}\n";

TEST(SweepPlan, HasAPointADesignWhereNothingIsDrivenElseOneAWorkload) {
  const SweepConfig config = Config(kThree);
  const SweepPlan plan(config, CheckExtent{});
  ASSERT_EQ(plan.points().size(), 2u * (1 + 3));
  EXPECT_EQ(plan.points_per_design(), 4u);
  EXPECT_EQ(plan.tasks().size(), 2u + 8);  // Checks of each design, a cost of each point.
  EXPECT_EQ(plan.points()[0].workload, nullptr);
  EXPECT_EQ(plan.points()[3].workload->name, "three");
  std::set<std::string> keys;
  for (const PlannedPoint& point : plan.points()) {
    const Task& task = plan.tasks()[point.cost_task];
    EXPECT_EQ(task.after, std::vector<std::size_t>{point.check_task});
    EXPECT_TRUE(keys.insert(task.key).second) << task.name;
  }
}

TEST(SweepPlan, NamesTheWorkloadOfATask) {
  const SweepConfig config = Config(kThree);
  const SweepPlan plan(config, CheckExtent{});
  std::vector<std::string> names;
  for (const Task& task : plan.tasks()) names.push_back(task.name);
  for (const char* name : {"int_mac int4 -> fixed+4, mac: qualcomm_gates",
                           "int_mac int4 -> fixed+4, mac: osu018, two"}) {
    EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
  }
}

// What does not depend on the workload is not computed again for another one.
TEST(SweepPlan, AWorkloadChangesTheCostsOfLibrariesOnly) {
  const SweepConfig normal = Config("workload: {distribution: normal}\n");
  const SweepConfig zeros = Config("workload: {distribution: zeros}\n");
  const SweepPlan first(normal, CheckExtent{});
  const SweepPlan second(zeros, CheckExtent{});
  ASSERT_EQ(first.tasks().size(), second.tasks().size());
  int changed = 0;
  for (std::size_t i = 0; i < first.tasks().size(); ++i) {
    changed += first.tasks()[i].key != second.tasks()[i].key;
  }
  EXPECT_EQ(changed, 2);
}

}  // namespace
}  // namespace macroscope
