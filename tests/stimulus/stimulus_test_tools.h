// Operations drawn from a source, in blocks of a chosen size.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
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

// At most `count` operations, each of so many limbs.
inline Drawn Draw(OperandSource& source, std::size_t count, const OperandLimbs& limbs,
                  std::size_t block) {
  Drawn drawn{std::vector<std::uint64_t>(count * limbs.a),
              std::vector<std::uint64_t>(count * limbs.b),
              std::vector<std::uint64_t>(count * limbs.c)};
  std::vector<std::uint64_t> r(count);
  std::size_t done = 0;
  while (done < count) {
    const std::size_t size = std::min(block, count - done);
    const std::size_t got =
        source.Fill({size, LimbsOf(std::span(drawn.a), limbs.a, done, size),
                     LimbsOf(std::span(drawn.b), limbs.b, done, size),
                     LimbsOf(std::span(drawn.c), limbs.c, done, size), std::span(r).first(size)});
    done += got;
    if (got < size) break;
  }
  drawn.a.resize(done * limbs.a);
  drawn.b.resize(done * limbs.b);
  drawn.c.resize(done * limbs.c);
  return drawn;
}
inline Drawn Draw(OperandSource& source, std::size_t count, int c_limbs, std::size_t block) {
  return Draw(source, count, {1, 1, static_cast<std::size_t>(c_limbs)}, block);
}

// A file of int8 values after NumPy's header.
inline void WriteTensor(const std::filesystem::path& file, const std::vector<std::int8_t>& values) {
  std::string header = "{'descr': '|i1', 'fortran_order': False, 'shape': (" +
                       std::to_string(values.size()) + ",), }\n";
  std::ofstream stream(file, std::ios::binary);
  stream << std::string("\x93NUMPY\x01\x00", 8) << static_cast<char>(header.size()) << '\0'
         << header;
  for (const std::int8_t value : values) stream << static_cast<char>(value);
}

inline Design MakeDesign(const std::string& unit, const std::string& operands,
                         const std::string& accumulator) {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return ParseDesign(text, Catalogue());
}

// Of block_dot. `reduction`: exact, fp_tree, or a number: the window of max_exponent.
inline Design MakeDot(const std::string& operands, const std::string& accumulator,
                      const std::string& lanes, const std::string& reduction) {
  DesignText text;
  text.unit = "block_dot";
  text.operands = operands;
  text.accumulator = accumulator;
  text.lanes = lanes;
  const bool is_window = reduction.find_first_not_of("0123456789") == std::string::npos;
  text.reduction = is_window ? "max_exponent" : reduction;
  if (is_window) text.window = reduction;
  return ParseDesign(text, Catalogue());
}

// Unit::c_bits() and Unit::limbs() of a MAC.
inline int BitsOfC(const Design& design) {
  const Accumulator& accumulator = design.accumulator;
  return accumulator.is_fixed ? accumulator.width_bits + FlagBits(design)
                              : accumulator.format.width_bits();
}
inline OperandLimbs LimbsOfOperands(const Design& design) {
  return {static_cast<std::size_t>(LimbsFor(OperandABits(design))),
          static_cast<std::size_t>(LimbsFor(OperandBBits(design))),
          static_cast<std::size_t>(LimbsFor(BitsOfC(design)))};
}

}  // namespace macroscope
