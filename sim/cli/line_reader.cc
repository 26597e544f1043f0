#include "sim/cli/line_reader.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace macroscope {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

}  // namespace

bool LineReader::ReadMore() {
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlockBytes);
  ssize_t count = 0;
  do {
    count = read(file_, buffer_.data() + before, kBlockBytes);
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw std::system_error(errno, std::generic_category(), "stdin: cannot be read");
  buffer_.resize(before + static_cast<std::size_t>(count));
  return count > 0;
}

const std::vector<Line>& LineReader::Next() {
  lines_.clear();
  buffer_.erase(0, taken_);
  taken_ = 0;
  std::size_t searched = 0;
  while (!at_end_ && buffer_.find('\n', searched) == std::string::npos) {
    searched = buffer_.size();
    at_end_ = !ReadMore();
  }
  if (at_end_ && !buffer_.empty() && buffer_.back() != '\n') buffer_ += '\n';
  const std::string_view text = buffer_;
  for (std::size_t end; (end = text.find('\n', taken_)) != std::string_view::npos;) {
    std::string_view line = text.substr(taken_, end - taken_);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines_.push_back({++number_, line});
    taken_ = end + 1;
  }
  return lines_;
}

}  // namespace macroscope
