#include "sim/stimulus/npy.h"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/build_error.h"
#include "sim/base/files.h"

namespace macroscope {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::string_view kAccepted =
    "expected float32 ('<f4'), float16 ('<f2') or int8 ('|i1'), as array.astype('float32') makes";

struct Header {
  std::string type;  // NumPy's: '<f4'
  std::uint64_t count = 1;
  std::size_t data_begin = 0;
};

[[noreturn]] void Fail(const std::filesystem::path& file, const std::string& message) {
  throw BuildError(file.string() + ": " + message);
}

std::uint64_t LittleEndian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | std::uint8_t(bytes[i]);
  return value;
}

// What follows 'key': in the header's dictionary; empty if there is no such key.
std::string_view After(std::string_view dictionary, std::string_view key) {
  const std::size_t at = dictionary.find(fmt::format("'{}':", key));
  if (at == std::string_view::npos) return {};
  const std::string_view rest = dictionary.substr(at + key.size() + 3);
  return rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
}

// The product of "(3, 4)", "(5,)" or "()"; none if it is no shape or too large.
std::optional<std::uint64_t> CountOf(std::string_view shape) {
  if (shape.empty() || shape[0] != '(') return std::nullopt;
  const std::size_t end = shape.find(')');
  if (end == std::string_view::npos) return std::nullopt;
  unsigned __int128 count = 1;
  const char* at = shape.data() + 1;
  const char* const last = shape.data() + end;
  while (at != last) {
    if (*at == ' ' || *at == ',') {
      ++at;
      continue;
    }
    std::uint64_t size = 0;
    const auto [rest, error] = std::from_chars(at, last, size);
    count *= size;
    if (error != std::errc() || count > std::uint64_t{1} << 40) return std::nullopt;
    at = rest;
  }
  return static_cast<std::uint64_t>(count);
}

Header ReadHeader(const std::filesystem::path& file, std::string_view content) {
  if (!content.starts_with(kMagic)) {
    Fail(file, "is no .npy file: its first bytes are not NumPy's; expected what numpy.save writes");
  }
  if (content.size() < 12) Fail(file, "is cut off within its header; expected a whole .npy file");
  const int version = std::uint8_t(content[6]);
  if (version < 1 || version > 3) {
    Fail(file, fmt::format("has .npy version {}; expected 1, 2 or 3", version));
  }
  const std::size_t length_bytes = version == 1 ? 2 : 4;
  const std::size_t begin = 8 + length_bytes;
  const std::uint64_t length = LittleEndian(content.substr(8, length_bytes));
  if (content.size() - begin < length) {
    Fail(file, "is cut off within its header; expected a whole .npy file");
  }
  const std::string_view dictionary = content.substr(begin, length);
  Header header;
  header.data_begin = begin + length;
  const std::string_view type = After(dictionary, "descr");
  const std::size_t quote = type.find('\'', 1);
  const std::optional<std::uint64_t> count = CountOf(After(dictionary, "shape"));
  if (type.starts_with('[')) Fail(file, fmt::format("holds records; {}", kAccepted));
  if (!type.starts_with('\'') || quote == std::string_view::npos || !count) {
    Fail(file, "has a header that cannot be read; expected what numpy.save writes");
  }
  header.type = type.substr(1, quote - 1);
  header.count = *count;
  return header;
}

// Bytes of one value; fails for a type that is not accepted.
std::size_t SizeOf(const std::filesystem::path& file, const std::string& type) {
  if (type == "<f4") return 4;
  if (type == "<f2") return 2;
  if (type == "|i1") return 1;
  if (type.starts_with('>')) {
    Fail(file, fmt::format("holds big-endian values ('{}'); {}", type, kAccepted));
  }
  Fail(file, fmt::format("holds values of type '{}'; {}", type, kAccepted));
}

float FromHalf(std::uint16_t code) {
  const int field = code >> 10 & 0x1f;
  const auto fraction = static_cast<float>(code & 0x3ff);
  float magnitude = std::ldexp(fraction, -24);
  if (field == 0x1f) {
    magnitude = fraction == 0 ? std::numeric_limits<float>::infinity()
                              : std::numeric_limits<float>::quiet_NaN();
  } else if (field != 0) {
    magnitude = std::ldexp(fraction + 1024, field - 25);
  }
  return (code & 0x8000) != 0 ? -magnitude : magnitude;
}

float ValueOf(std::string_view bytes) {
  const std::uint64_t word = LittleEndian(bytes);
  if (bytes.size() == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(word));
  if (bytes.size() == 2) return FromHalf(static_cast<std::uint16_t>(word));
  return static_cast<std::int8_t>(word);
}

}  // namespace

std::vector<float> ReadNpy(const std::filesystem::path& file) {
  const std::string content = ReadFile(file);
  const Header header = ReadHeader(file, content);
  const std::size_t size = SizeOf(file, header.type);
  if (header.count == 0) Fail(file, "holds no values; expected at least one");
  const std::uint64_t found = content.size() - header.data_begin;
  if (found != header.count * size) {
    Fail(file, fmt::format("holds {} bytes of data where its header promises {}; expected a whole "
                           ".npy file with nothing after it",
                           found, header.count * size));
  }
  std::vector<float> values(header.count);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = ValueOf(std::string_view(content).substr(header.data_begin + i * size, size));
    if (!std::isfinite(values[i])) {
      Fail(file, fmt::format("value {} of {}, counted from 0 in the order of the file, is {}; "
                             "expected finite numbers",
                             i, values.size(), std::isnan(values[i]) ? "NaN" : "infinite"));
    }
  }
  return values;
}

}  // namespace macroscope
