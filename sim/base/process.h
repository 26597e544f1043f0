// Running the tools.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace macroscope {

struct ProcessResult {
  int exit_code = 0;   // 128 + signal if killed.
  std::string output;  // stdout and stderr, interleaved.
};

// Runs `command` (command[0] is looked up in PATH; no shell) in `directory` and waits. Its children
// die with us. Throws BuildError naming the tool and the Debian package if it is not installed.
ProcessResult Run(const std::vector<std::string>& command, const std::filesystem::path& directory);

// The same, throwing BuildError with the last lines of the output if the exit code is not 0.
std::string RunChecked(const std::vector<std::string>& command,
                       const std::filesystem::path& directory);

// "Yosys 0.23", "Verilator 5.006", "OpenSTA 2.0.17": the first line of the version, cached.
std::string ToolVersion(const std::string& tool);

}  // namespace macroscope
