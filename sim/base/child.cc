#include "sim/base/child.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

constexpr std::size_t kLastWords = 2000;

void WriteAll(int file, const std::string& text) {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t count = write(file, text.data() + done, text.size() - done);
    if (count < 0 && errno != EINTR) _exit(3);
    if (count > 0) done += static_cast<std::size_t>(count);
  }
}

std::string ReadAll(int file) {
  std::string text;
  char block[65536];
  lseek(file, 0, SEEK_SET);
  for (ssize_t count; (count = read(file, block, sizeof block)) > 0;) {
    text.append(block, static_cast<std::size_t>(count));
  }
  return text;
}

[[noreturn]] void Work(const std::function<std::string()>& work, int answer, int output,
                       pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(3);
  // Text that the parent has not flushed yet is the parent's.
  dup2(output, 1);
  dup2(output, 2);
  int code = 0;
  try {
    WriteAll(answer, work());
  } catch (const std::exception& error) {
    WriteAll(answer, error.what());
    code = 1;
  }
  std::fflush(nullptr);
  _exit(code);  // No destructor of the parent's statics runs twice.
}

// Files without a name: a full disk cannot lose an answer.
struct MemoryFile {
  explicit MemoryFile(const char* name) : file(memfd_create(name, MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (file >= 0) close(file);
  }
  int file;
};

}  // namespace

ChildResult RunInChild(const std::function<std::string()>& work) {
  const MemoryFile answer("answer"), output("output");
  std::fflush(nullptr);
  const pid_t parent = getpid();
  const pid_t child = answer.file < 0 || output.file < 0 ? -1 : fork();
  if (child == 0) Work(work, answer.file, output.file, parent);
  if (child < 0) throw BuildError(fmt::format("cannot start a process: {}", std::strerror(errno)));

  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ChildResult result;
  result.text = ReadAll(answer.file);
  if (WIFEXITED(status) && WEXITSTATUS(status) <= 1) {
    result.ok = WEXITSTATUS(status) == 0;
    return result;
  }
  const std::string words = ReadAll(output.file);
  const std::string cause =
      WIFSIGNALED(status) ? fmt::format("crashed with signal {} ({})", WTERMSIG(status),
                                        strsignal(WTERMSIG(status)))
                          : fmt::format("ended by itself with exit code {}", WEXITSTATUS(status));
  result.text =
      fmt::format("the process {}{}{}", cause, words.empty() ? "" : "; its last words: ",
                  words.size() > kLastWords ? words.substr(words.size() - kLastWords) : words);
  return result;
}

}  // namespace macroscope
