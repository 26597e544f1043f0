// Codes and numbers of the worked values that are YAML.
#pragma once

#include <yaml-cpp/yaml.h>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/vectors/vectors.h"

namespace macroscope {

inline std::vector<std::uint64_t> Codes(const YAML::Node& list) {
  std::vector<std::uint64_t> codes;
  for (const YAML::Node& item : list) codes.push_back(Code(item.as<std::string>()));
  return codes;
}

// A code of binary32.
inline float Binary32(const YAML::Node& node) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(Code(node.as<std::string>())));
}

inline std::vector<float> Numbers(const YAML::Node& list) {
  std::vector<float> numbers;
  for (const YAML::Node& item : list) numbers.push_back(Binary32(item));
  return numbers;
}

}  // namespace macroscope
