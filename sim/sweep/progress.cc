#include "sim/sweep/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace macroscope {
namespace {

constexpr int kDefaultColumns = 80;

int TerminalColumns(std::FILE* out) {
  winsize size{};
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefaultColumns;
}

// What is left takes as long as what was not in the cache took.
std::string TimeLeft(const SweepProgress& progress) {
  const int worked = progress.done - progress.cached;
  if (worked == 0) return "";
  const double seconds = progress.elapsed_seconds / worked * (progress.total - progress.done);
  const int rounded = static_cast<int>(std::ceil(seconds));
  return fmt::format(", {}:{:02} left", rounded / 60, rounded % 60);
}

std::string Summary(const SweepProgress& progress) {
  std::string text = fmt::format("{}/{}", progress.done, progress.total);
  if (progress.cached > 0) text += fmt::format(", {} cached", progress.cached);
  if (progress.failed > 0) text += fmt::format(", {} failed", progress.failed);
  return text;
}

}  // namespace

std::string ProgressBar(const SweepProgress& progress, int columns) {
  const std::string text = Summary(progress) + TimeLeft(progress);
  const int width = std::clamp(columns - static_cast<int>(text.size()) - 4, 0, 40);
  const int filled = progress.total == 0 ? width : width * progress.done / progress.total;
  const std::string bar = std::string(static_cast<std::size_t>(filled), '#') +
                          std::string(static_cast<std::size_t>(width - filled), '.');
  return fmt::format("[{}] {}", bar, text).substr(0, static_cast<std::size_t>(columns));
}

std::function<void(const SweepProgress&)> ProgressPrinter(std::FILE* out) {
  if (isatty(fileno(out)) == 0) {
    return [out](const SweepProgress& progress) {
      if (progress.last.empty()) return;
      fmt::print(out, "{}: {}\n", Summary(progress), progress.last);
      if (!progress.error.empty()) fmt::print(out, "  failed: {}\n", progress.error);
      std::fflush(out);
    };
  }
  return [out](const SweepProgress& progress) {
    constexpr const char* kClearLine = "\r\x1b[K";
    if (!progress.error.empty()) {
      fmt::print(out, "{}{}\n  failed: {}\n", kClearLine, progress.last, progress.error);
    }
    fmt::print(out, "{}{}", kClearLine, ProgressBar(progress, TerminalColumns(out) - 1));
    if (progress.done == progress.total) fmt::print(out, "{}", kClearLine);
    std::fflush(out);
  };
}

}  // namespace macroscope
