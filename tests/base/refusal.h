// The message with which something is refused, for tests of messages.
#pragma once

#include <filesystem>
#include <string>

#include "sim/base/build_error.h"

namespace macroscope {

// What the BuildError of `act` says, without `folder` in front; "accepted" if it throws none.
template <typename Act>
std::string RefusalOf(const std::filesystem::path& folder, const Act& act) {
  try {
    act();
  } catch (const BuildError& error) {
    const std::string message = error.what();
    const std::string start = folder.string() + "/";
    return message.starts_with(start) ? message.substr(start.size()) : message;
  }
  return "accepted";
}

}  // namespace macroscope
