// A function in a child process, and what became of it.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>

namespace macroscope {

class Worker {
 public:
  // Forks. The child runs `work`, hands its text over and ends; its output is kept apart.
  // Throws BuildError if there can be no child.
  explicit Worker(const std::function<std::string()>& work);
  Worker(Worker&& other) noexcept;
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  Worker& operator=(Worker&&) = delete;
  ~Worker();  // Kills the child if it still runs.

  // Whether the child has ended; does not wait. Once it has, the rest is known.
  bool Ended();
  bool ok() const { return ok_; }
  const std::string& text() const { return text_; }  // What `work` gave, or why it gave nothing.

 private:
  void Collect(int status);

  pid_t child_ = -1;
  int answer_ = -1;  // Files without a name, so that a full disk cannot lose an answer.
  int output_ = -1;
  bool ok_ = false;
  std::string text_;
};

}  // namespace macroscope
