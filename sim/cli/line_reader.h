// Lines of a stream, in the blocks in which they come: a pipe's lines by the ten thousand, a
// terminal's one by one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace macroscope {

struct Line {
  std::uint64_t number = 0;  // From 1.
  std::string_view text;     // Without its end.
};

class LineReader {
 public:
  explicit LineReader(int file) : file_(file) {}

  // Waits for at least one whole line; empty at the end of the stream. The texts stay valid until
  // the next call. Throws std::system_error if the stream cannot be read.
  const std::vector<Line>& Next();

 private:
  bool ReadMore();

  int file_;
  bool at_end_ = false;
  std::uint64_t number_ = 0;
  std::string buffer_;
  std::size_t taken_ = 0;  // What earlier calls gave out of the buffer.
  std::vector<Line> lines_;
};

}  // namespace macroscope
