// A tool that is missing or failed, a library that cannot be read: one clear message, exit code 2.
#pragma once

#include <stdexcept>

namespace macroscope {

class BuildError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace macroscope
