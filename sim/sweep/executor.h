// Runs tasks in processes of their own and keeps their answers in the cache. Knows nothing of
// designs: what a task does is a function from nothing to a text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/base/cache.h"
#include "sim/sweep/sweep.h"

namespace macroscope {

struct Task {
  std::string name;  // For progress and messages.
  // Where its answer is kept: cache `kind`/`key`, with everything in the key that can change it.
  std::string kind;
  std::string key;
  std::function<std::string()> work;  // Called in a forked child. What it throws is its failure.
  std::vector<std::size_t> after;     // Earlier tasks without whose success it is not run.
};

struct Outcome {
  bool ok = false;
  bool was_cached = false;
  std::string text;  // The answer; or why there is none, in one line.
};

// Runs all tasks, at most options.jobs at once (0: one a core), and gives their outcomes in the
// same order. A child that crashes or is killed is its task's failure only. Failures are not kept:
// the next run tries again. A killed parent takes its children along, and what they had not
// finished leaves nothing behind.
std::vector<Outcome> RunTasks(const std::vector<Task>& tasks, Cache& cache,
                              const SweepOptions& options);

// A text on one line: line breaks become " | ".
std::string OneLine(std::string_view text);

}  // namespace macroscope
