#include "sim/sweep/workload_text.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

TEST(WorkloadText, SaysWhatIsNotAsUsual) {
  Workload workload;
  workload.dot_length = 0;
  EXPECT_EQ(WorkloadText(workload), "a, b normal, scale absmax; 4096 operations, one sum, seed 1");
  workload.dot_length = 256;
  workload.seed = 7;
  workload.activations.distribution = std::string("student_t");
  workload.activations.outliers = {0.01, 20};
  workload.activations.sparsity = 0.5;
  workload.activations.scale.rule = ScaleRule::kPercentile;
  workload.activations.scale.percentile = 99.9;
  workload.activations.scale.block = 32;
  EXPECT_EQ(WorkloadText(workload),
            "a normal, scale absmax; b student_t with 5 degrees of freedom, 1 % of it times 20, 50 "
            "% zeros, scale percentile 99.9 per block of 32; 4096 operations, dot products of 256, "
            "seed 7");
}

TEST(WorkloadText, SaysWhatOfBlocksIsNotAsUsual) {
  Workload workload;
  workload.weights.scale_rule = BlockScaleRule::kRceil;
  workload.weights.saturates = false;
  workload.activations.tensors = {.values = 512, .drift = 2.5};
  EXPECT_EQ(WorkloadText(workload),
            "a normal, scale absmax, blocks by rceil, not saturated; b normal, scale absmax, "
            "tensors of 512 that drift by 2^2.5; 4096 operations, dot products of 32, seed 1");
}

TEST(WorkloadText, NamesTensorsWithoutTheirFolders) {
  Workload workload;
  workload.dot_length = 0;
  workload.weights.tensor = std::string("/home/someone/w.npy");
  workload.activations = workload.weights;
  EXPECT_EQ(WorkloadText(workload), "a, b w.npy, scale absmax; 4096 operations, one sum, seed 1");
}

TEST(WorkloadText, SaysNothingOfAScaleWhereNothingIsScaled) {
  Workload workload;
  workload.dot_length = 0;
  workload.weights.distribution = workload.activations.distribution = std::string("all_codes");
  workload.length = 0;
  EXPECT_EQ(WorkloadText(workload), "a, b all_codes; every pair of codes once, one sum, seed 1");
}

}  // namespace
}  // namespace macroscope
