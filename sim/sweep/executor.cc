#include "sim/sweep/executor.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <exception>
#include <list>
#include <optional>
#include <thread>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/sweep/worker.h"

namespace macroscope {
namespace {

using std::chrono::steady_clock;

constexpr const char* kAnswer = "answer";  // The file in the cache's folder.
constexpr auto kPoll = std::chrono::milliseconds(5);
constexpr auto kTick = std::chrono::milliseconds(200);

double SecondsSince(steady_clock::time_point start) {
  return std::chrono::duration<double>(steady_clock::now() - start).count();
}

// An answer is kept with its length before it: a machine that lost power may have kept less.
std::string Seal(const std::string& answer) { return fmt::format("{}\n{}", answer.size(), answer); }

std::optional<std::string> ReadKept(const std::filesystem::path& folder) {
  try {
    const std::string sealed = ReadFile(folder / kAnswer);
    const std::size_t line = sealed.find('\n');
    if (line == std::string::npos) return std::nullopt;
    std::string answer = sealed.substr(line + 1);
    if (Seal(answer) == sealed) return answer;
  } catch (const BuildError&) {
  }
  return std::nullopt;
}

// In the child: the answer goes into the cache before anybody hears of it.
std::string WorkAndKeep(const Task& task, Cache& cache, bool fresh) {
  std::optional<std::string> answer;
  const auto folder = cache.Get(task.kind, task.key, [&](const std::filesystem::path& temporary) {
    answer = task.work();
    WriteFile(temporary / kAnswer, Seal(*answer));
  });
  if (!answer && !fresh) answer = ReadKept(folder);  // Another sweep may have been quicker.
  if (!answer) {
    answer = task.work();
    WriteFileAtomically(folder / kAnswer, Seal(*answer));
  }
  return *answer;
}

class Executor {
 public:
  Executor(const std::vector<Task>& tasks, Cache& cache, const SweepOptions& options)
      : tasks_(tasks),
        cache_(cache),
        options_(options),
        outcomes_(tasks.size()),
        is_done_(tasks.size()) {
    progress_.total = static_cast<int>(tasks.size());
    jobs_ = options.jobs > 0 ? static_cast<std::size_t>(options.jobs)
                             : std::max(1u, std::thread::hardware_concurrency());
  }

  std::vector<Outcome> Run() {
    for (std::size_t i = 0; i < tasks_.size(); ++i) waiting_.push_back(i);
    while (!waiting_.empty() || !running_.empty()) {
      StartAll();
      if (CollectAll()) continue;
      if (steady_clock::now() - last_report_ > kTick) Report("", "");
      std::this_thread::sleep_for(kPoll);
    }
    return std::move(outcomes_);
  }

 private:
  struct Running {
    std::size_t task;
    Worker worker;
    steady_clock::time_point start;
  };

  // Starts, in order, what may start; settles what needs no process.
  void StartAll() {
    for (auto next = waiting_.begin(); next != waiting_.end();) {
      const std::size_t index = *next;
      const Task& task = tasks_[index];
      const auto failed = std::find_if(task.after.begin(), task.after.end(), [&](std::size_t i) {
        return is_done_[i] && !outcomes_[i].ok;
      });
      const bool is_ready = std::all_of(task.after.begin(), task.after.end(),
                                        [&](std::size_t i) { return is_done_[i]; });
      if (failed != task.after.end()) {
        Settle(index, {.ok = false, .was_cached = false, .text = outcomes_[*failed].text},
               " (not run)");
      } else if (!is_ready) {
        ++next;
        continue;
      } else if (!TakeFromCache(index)) {
        if (running_.size() >= jobs_) return;
        running_.push_back({index,
                            Worker([&] { return WorkAndKeep(task, cache_, options_.fresh); }),
                            steady_clock::now()});
      }
      next = waiting_.erase(next);
    }
  }

  bool TakeFromCache(std::size_t index) {
    const Task& task = tasks_[index];
    if (options_.fresh || !cache_.Has(task.kind, task.key)) return false;
    auto answer = ReadKept(cache_.Get(task.kind, task.key, [](const std::filesystem::path&) {}));
    if (!answer) return false;
    Settle(index, {.ok = true, .was_cached = true, .text = std::move(*answer)}, " (cached)");
    return true;
  }

  bool CollectAll() {
    bool any = false;
    for (auto running = running_.begin(); running != running_.end();) {
      if (!running->worker.Ended()) {
        ++running;
        continue;
      }
      any = true;
      const Worker& worker = running->worker;
      Settle(running->task,
             {.ok = worker.ok(),
              .was_cached = false,
              .text = worker.ok() ? worker.text() : OneLine(worker.text())},
             fmt::format(" ({:.1f} s)", SecondsSince(running->start)));
      running = running_.erase(running);
    }
    return any;
  }

  void Settle(std::size_t index, Outcome outcome, const std::string& how) {
    ++progress_.done;
    progress_.failed += !outcome.ok;
    progress_.cached += outcome.was_cached;
    const std::string error = outcome.ok ? "" : outcome.text;
    outcomes_[index] = std::move(outcome);
    is_done_[index] = true;
    Report(tasks_[index].name + how, error);
  }

  void Report(const std::string& last, const std::string& error) {
    last_report_ = steady_clock::now();
    if (!options_.progress) return;
    progress_.elapsed_seconds = SecondsSince(start_);
    progress_.last = last;
    progress_.error = error;
    options_.progress(progress_);
  }

  const std::vector<Task>& tasks_;
  Cache& cache_;
  const SweepOptions& options_;
  std::vector<Outcome> outcomes_;
  std::vector<bool> is_done_;
  std::size_t jobs_;
  std::deque<std::size_t> waiting_;
  std::list<Running> running_;
  SweepProgress progress_;
  const steady_clock::time_point start_ = steady_clock::now();
  steady_clock::time_point last_report_ = start_;
};

}  // namespace

std::vector<Outcome> RunTasks(const std::vector<Task>& tasks, Cache& cache,
                              const SweepOptions& options) {
  return Executor(tasks, cache, options).Run();
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (part.find_first_not_of(" \t\r") != std::string_view::npos) {
      if (!line.empty()) line += " | ";
      line += part;
    }
    begin = end + 1;
  }
  return line;
}

}  // namespace macroscope
