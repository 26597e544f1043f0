// What is wrong with something the user wrote, and where. Printed as it is; exit code 2.
#pragma once

#include <stdexcept>
#include <string>

namespace macroscope {

// A place in a file, or on the command line (file "command line", line 0).
struct Where {
  std::string file;
  int line = 0;     // From 1; 0 where there is no line.
  std::string key;  // Empty where the fault is no key's.
};

inline constexpr const char* kCommandLine = "command line";

class ConfigError : public std::runtime_error {
 public:
  // `message` says what is wrong; what would be right. what() is "file:line: key: message".
  ConfigError(const Where& where, const std::string& message);
  const Where& where() const { return where_; }

 private:
  Where where_;
};

}  // namespace macroscope
