// Runs a sweep: plan, cosimulate, cost. What is done stays in the cache, so that a run that was
// stopped, or killed, goes on where it was.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "sim/sweep/result.h"

namespace macroscope {

struct SweepConfig;  // sim/config/sweep_config.h

// Where a sweep stands, for whoever draws it.
struct SweepProgress {
  int done = 0;  // Tasks finished, of any outcome.
  int failed = 0;
  int total = 0;
  int cached = 0;  // Of `done`, those whose answer was in the cache.
  double elapsed_seconds = 0;
  std::string
      last;  // What finished last, and how: "fp_fma fp8_e4m3 -> fp16: osu018, laplace (3.1 s)".
  std::string error;  // If that failed: why, in one line.
};

struct SweepOptions {
  // Where the caller will write the results; "" for nowhere. It is created, and tried by writing,
  // before any work is done.
  std::filesystem::path output;
  int jobs = 0;        // Worker processes at once; 0 is one a core.
  bool fresh = false;  // Takes no check and no cost from the cache, but does all again.
  std::function<void(const SweepProgress&)> progress;  // Called in the parent after every task.
};

// Every point of the sweep, in its order: designs outside, then technologies, then, if the
// technology is driven (`synthesis`, not `gates`), workloads. A point that failed (a mismatch, a
// tool's error, a crash of its worker) is in the result with its reason; it stops no other. Throws
// BuildError if there is nowhere to write to or no worker can be started.
SweepResult RunSweep(const SweepConfig& config, const SweepOptions& options);

}  // namespace macroscope
