#include "sim/sweep/progress.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

SweepProgress Halfway() {
  SweepProgress progress;
  progress.done = 15;
  progress.total = 30;
  progress.elapsed_seconds = 50;
  return progress;
}

TEST(ProgressBar, ShowsTheShareDoneAndTheTimeLeft) {
  EXPECT_EQ(ProgressBar(Halfway(), 80),
            "[####################....................] 15/30, 0:50 left");
}

TEST(ProgressBar, CountsOnlyWhatWasWorkedOnForTheTimeLeft) {
  SweepProgress progress = Halfway();
  progress.cached = 5;
  progress.failed = 1;
  EXPECT_EQ(ProgressBar(progress, 100),
            "[####################....................] 15/30, 5 cached, 1 failed, 1:15 left");
  progress.cached = 15;  // Nothing to estimate from.
  EXPECT_EQ(ProgressBar(progress, 100),
            "[####################....................] 15/30, 15 cached, 1 failed");
}

TEST(ProgressBar, FitsTheTerminal) {
  for (int columns = 1; columns < 100; ++columns) {
    EXPECT_LE(ProgressBar(Halfway(), columns).size(), static_cast<std::size_t>(columns));
  }
}

TEST(ProgressPrinter, WritesPlainLinesWhereThereIsNoTerminal) {
  std::FILE* file = std::tmpfile();
  const auto print = ProgressPrinter(file);
  SweepProgress progress = Halfway();
  print(progress);  // A tick: nothing finished.
  progress.last = "int_mac int8: checks (1.0 s)";
  print(progress);
  progress.last = "fp_fma: checks (2.0 s)";
  progress.error = "mismatch";
  progress.failed = 1;
  print(progress);
  std::rewind(file);
  std::string text(1000, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  EXPECT_EQ(text,
            "15/30: int_mac int8: checks (1.0 s)\n"
            "15/30, 1 failed: fp_fma: checks (2.0 s)\n"
            "  failed: mismatch\n");
}

}  // namespace
}  // namespace macroscope
