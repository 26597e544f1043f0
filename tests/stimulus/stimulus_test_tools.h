// Operations drawn from a source, in blocks of a chosen size.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/common/bits.h"
#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "sim/stimulus/operand_source.h"

namespace macroscope {

struct Drawn {
  std::vector<std::uint64_t> a, b, c;
  friend bool operator==(const Drawn&, const Drawn&) = default;
};

// FNV-1a over the bytes of words.
inline std::uint64_t HashOf(const std::vector<std::uint64_t>& words) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (std::uint64_t word : words) {
    for (int byte = 0; byte < 8; ++byte, word >>= 8) hash = (hash ^ (word & 0xff)) * 0x100000001b3u;
  }
  return hash;
}

// At most `count` operations.
inline Drawn Draw(OperandSource& source, std::size_t count, int c_limbs, std::size_t block) {
  Drawn drawn{std::vector<std::uint64_t>(count), std::vector<std::uint64_t>(count),
              std::vector<std::uint64_t>(count * c_limbs)};
  std::vector<std::uint64_t> r(count);
  std::size_t done = 0;
  while (done < count) {
    const std::size_t size = std::min(block, count - done);
    const std::size_t got = source.Fill(
        {size, std::span(drawn.a).subspan(done, size), std::span(drawn.b).subspan(done, size),
         std::span(drawn.c).subspan(done * c_limbs, size * c_limbs), std::span(r).first(size)});
    done += got;
    if (got < size) break;
  }
  drawn.a.resize(done);
  drawn.b.resize(done);
  drawn.c.resize(done * c_limbs);
  return drawn;
}

inline Design MakeDesign(const std::string& unit, const std::string& operands,
                         const std::string& accumulator) {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return ParseDesign(text, Catalogue());
}

}  // namespace macroscope
