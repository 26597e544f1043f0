#include "sim/sweep/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <utility>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

constexpr int kSucceeded = 0;
constexpr int kThrew = 3;  // `work` threw; the answer is what it said.

bool WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string ReadFromStart(int file) {
  std::string text;
  char block[65536];
  for (;;) {
    const ssize_t count = pread(file, block, sizeof block, static_cast<off_t>(text.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(block, static_cast<std::size_t>(count));
  }
}

std::string LastLine(const std::string& text) {
  const std::size_t end = text.find_last_not_of(" \n");
  if (end == std::string::npos) return "";
  const std::size_t before = text.find_last_of('\n', end);
  return text.substr(before == std::string::npos ? 0 : before + 1, end - before);
}

[[noreturn]] void RunChild(const std::function<std::string()>& work, int answer, int output,
                           pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(kThrew);  // It died before the line above.
  dup2(output, 1);
  dup2(output, 2);
  bool written = false;
  int code = kThrew;
  try {
    written = WriteAll(answer, work());
    code = kSucceeded;
  } catch (const std::exception& error) {
    written = WriteAll(answer, error.what());
  } catch (...) {
    written = WriteAll(answer, "unknown exception");
  }
  if (!written) abort();
  _exit(code);  // Not exit: what the parent registered to be done at its end is not ours to do.
}

}  // namespace

Worker::Worker(const std::function<std::string()>& work)
    : answer_(memfd_create("answer", MFD_CLOEXEC)), output_(memfd_create("output", MFD_CLOEXEC)) {
  std::fflush(nullptr);  // Else the child would hold a copy of what is not yet printed.
  const pid_t parent = getpid();
  if (answer_ >= 0 && output_ >= 0) child_ = fork();
  if (child_ == 0) RunChild(work, answer_, output_, parent);
  if (child_ < 0) {
    const int error = errno;
    close(answer_);
    close(output_);
    throw BuildError(fmt::format("cannot start a worker process: {}", std::strerror(error)));
  }
}

Worker::Worker(Worker&& other) noexcept
    : child_(std::exchange(other.child_, -1)),
      answer_(std::exchange(other.answer_, -1)),
      output_(std::exchange(other.output_, -1)),
      ok_(other.ok_),
      text_(std::move(other.text_)) {}

Worker::~Worker() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    while (waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  if (answer_ >= 0) close(answer_);
  if (output_ >= 0) close(output_);
}

bool Worker::Ended() {
  if (child_ < 0) return true;
  int status = 0;
  const pid_t ended = waitpid(child_, &status, WNOHANG);
  if (ended == 0 || (ended < 0 && errno == EINTR)) return false;
  child_ = -1;
  if (ended < 0) {
    text_ = fmt::format("lost its process: {}", std::strerror(errno));
  } else {
    Collect(status);
  }
  return true;
}

void Worker::Collect(int status) {
  if (WIFEXITED(status) && (WEXITSTATUS(status) == kSucceeded || WEXITSTATUS(status) == kThrew)) {
    ok_ = WEXITSTATUS(status) == kSucceeded;
    text_ = ReadFromStart(answer_);
    return;
  }
  text_ = WIFSIGNALED(status)
              ? fmt::format("its process was killed by signal {} ({})", WTERMSIG(status),
                            strsignal(WTERMSIG(status)))
              : fmt::format("its process ended with exit code {}", WEXITSTATUS(status));
  const std::string last = LastLine(ReadFromStart(output_));
  if (!last.empty()) text_ += "; last it printed: " + last;
}

}  // namespace macroscope
