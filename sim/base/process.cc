#include "sim/base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <regex>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

struct Tool {
  const char* command;
  const char* package;  // Debian's.
  const char* name;     // As people write it.
  const char* version_option;
};
constexpr Tool kTools[] = {
    {"verilator_bin", "verilator", "Verilator", "--version"},
    {"yosys", "yosys", "Yosys", "-V"},
    {"sta", "opensta", "OpenSTA", "-version"},
    {"g++", "g++", "GCC", "-dumpfullversion"},
    {"iverilog", "iverilog", "Icarus Verilog", "-V"},
    {"vvp", "iverilog", "Icarus Verilog", "-V"},
    {"node", "nodejs", "Node", "--version"},
    {"npm", "npm", "npm", "--version"},
};

const Tool* FindTool(const std::string& command) {
  for (const Tool& tool : kTools) {
    if (command == tool.command) return &tool;
  }
  return nullptr;
}

// The file that `command` is, or the error that tells how to get it.
std::string Locate(const std::string& command) {
  if (command.find('/') != std::string::npos) {
    if (access(command.c_str(), X_OK) == 0) return command;
    throw BuildError(fmt::format("cannot run {}: {}", command, std::strerror(errno)));
  }
  const char* variable = std::getenv("PATH");
  const std::string path = variable == nullptr ? "/usr/local/bin:/usr/bin:/bin" : variable;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const fs::path file = fs::path(path.substr(begin, end - begin)) / command;
    std::error_code ignored;
    if (access(file.c_str(), X_OK) == 0 && fs::is_regular_file(file, ignored)) return file;
    begin = end + 1;
  }
  const Tool* tool = FindTool(command);
  throw BuildError(fmt::format("{} is not installed; on Debian: apt-get install {}", command,
                               tool == nullptr ? command.c_str() : tool->package));
}

// Only calls that are safe between fork and exec in a process with threads.
[[noreturn]] void Become(const char* file, char* const* arguments, const char* directory,
                         int output, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);  // It died before the line above.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, 0);
  dup2(output, 1);
  dup2(output, 2);
  if (chdir(directory) == 0) execv(file, arguments);
  const char* reason = strerrordesc_np(errno);
  if (write(2, reason, std::strlen(reason)) < 0) _exit(126);
  _exit(127);
}

std::string ReadAll(int file) {
  std::string text;
  char block[4096];
  for (;;) {
    const ssize_t count = read(file, block, sizeof block);
    if (count > 0) {
      text.append(block, static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
      return text;
    }
  }
}

// The last `count` lines of a text.
std::string Tail(const std::string& text, int count) {
  std::size_t end = text.find_last_not_of("\n ");
  if (end == std::string::npos) return "(no output)";
  std::size_t begin = end + 1;
  while (begin > 0 && (text[begin - 1] != '\n' || --count > 0)) --begin;
  return text.substr(begin, end + 1 - begin);
}

}  // namespace

ProcessResult Run(const std::vector<std::string>& command, const fs::path& directory) {
  const std::string file = Locate(command.at(0));
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const std::string where = directory.empty() ? "." : directory.string();

  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    throw BuildError(fmt::format("cannot run {}: {}", command[0], std::strerror(errno)));
  }
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) Become(file.c_str(), arguments.data(), where.c_str(), ends[1], parent);
  const int error = errno;
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    throw BuildError(fmt::format("cannot run {}: {}", command[0], std::strerror(error)));
  }
  ProcessResult result;
  result.output = ReadAll(ends[0]);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

std::string RunChecked(const std::vector<std::string>& command, const fs::path& directory) {
  ProcessResult result = Run(command, directory);
  if (result.exit_code == 0) return std::move(result.output);
  const std::string cause =
      result.exit_code > 128 ? fmt::format("was killed by signal {} ({})", result.exit_code - 128,
                                           strsignal(result.exit_code - 128))
                             : fmt::format("failed with exit code {}", result.exit_code);
  throw BuildError(fmt::format("{} {}; its last words:\n{}", command[0], cause,
                               Tail(result.output, /*count=*/12)));
}

std::string ToolVersion(const std::string& tool) {
  static std::mutex mutex;
  static std::map<std::string, std::string> known;
  const std::lock_guard<std::mutex> guard(mutex);
  const auto [entry, is_new] = known.try_emplace(tool);
  if (!is_new) return entry->second;
  try {
    const Tool* row = FindTool(tool);
    const std::string output =
        RunChecked({tool, row == nullptr ? "--version" : row->version_option}, ".");
    const std::string line = output.substr(0, output.find('\n'));
    std::smatch match;
    const std::string number =
        std::regex_search(line, match, std::regex(R"(\d+(\.\d+)+)")) ? match.str() : line;
    entry->second = fmt::format("{} {}", row == nullptr ? tool : row->name, number);
  } catch (...) {
    known.erase(entry);
    throw;
  }
  return entry->second;
}

}  // namespace macroscope
