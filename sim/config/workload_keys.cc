#include "sim/config/workload_keys.h"

#include "sim/config/operand_keys.h"

namespace macroscope {
namespace {

constexpr std::int64_t kMostOperations = 100'000'000;  // 16 bytes each.

const std::vector<std::string> kOwnKeys = {"name",       "length",  "seed",
                                           "dot_length", "weights", "activations"};

std::vector<std::string> AllKeys() {
  std::vector<std::string> keys = OperandKeys();
  keys.insert(keys.begin(), kOwnKeys.begin(), kOwnKeys.end());
  return keys;
}

void ReadOperands(const StrictMap& map, const std::filesystem::path& folder, Workload& workload) {
  if (map.Find("weights") == nullptr && map.Find("activations") == nullptr) {
    workload.weights = workload.activations = ReadOperand(map, folder);
    return;
  }
  for (const std::string& key : OperandKeys()) {
    if (const auto* node = map.Find(key)) {
      node->Fail("given beside weights and activations; expected inside each of the two");
    }
  }
  workload.weights = ReadOperand(map.At("weights").Map(OperandKeys()), folder);
  workload.activations = ReadOperand(map.At("activations").Map(OperandKeys()), folder);
  const bool weights_walk = workload.weights.distribution == "all_codes";
  if (weights_walk != (workload.activations.distribution == "all_codes")) {
    map.At(weights_walk ? "activations" : "weights")
        .Fail(
            "all_codes walks pairs of codes; expected it for weights and activations, or neither");
  }
}

}  // namespace

Workload ReadWorkload(const StrictNode& node, const std::filesystem::path& folder) {
  const StrictMap map = node.Map(AllKeys());
  Workload workload;
  ReadOperands(map, folder, workload);
  if (workload.weights.distribution == "all_codes") workload.length = 0;
  if (const auto* name = map.Find("name")) workload.name = name->Text();
  if (const auto* length = map.Find("length")) {
    workload.length = static_cast<std::uint64_t>(length->Integer(1, kMostOperations));
  }
  if (const auto* seed = map.Find("seed")) workload.seed = seed->Unsigned();
  // Sums of zeros need no clearing, and an idle unit is asked for.
  if (workload.weights.distribution == "zeros" && workload.activations.distribution == "zeros") {
    workload.dot_length = 0;
  }
  if (const auto* length = map.Find("dot_length")) {
    workload.dot_length = static_cast<std::uint64_t>(length->Integer(0, kMostOperations));
  }
  return workload;
}

std::vector<Workload> ReadWorkloads(const StrictNode& list, const std::filesystem::path& folder) {
  std::vector<Workload> workloads;
  for (const StrictNode& node : list.List()) {
    const StrictNode name = node.Map(AllKeys()).At("name");
    const Workload workload = ReadWorkload(node, folder);
    for (const Workload& other : workloads) {
      if (other.name == workload.name) {
        name.Fail("the workload '" + workload.name +
                  "' is in the list already; expected a name of its own for each");
      }
    }
    workloads.push_back(workload);
  }
  return workloads;
}

}  // namespace macroscope
