// A read-only table of a datapath: what the law looks up, and the RTL module with the same entries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace macroscope {

// A table beyond these is no table that hardware looks up in a cycle.
inline constexpr int kMostTableIndexBits = 16;
inline constexpr int kMostEntryBits = 32;
inline constexpr std::int64_t kMostTableBits = std::int64_t{1} << 20;

struct LookupTable {
  int index_bits = 0;  // 1 to kMostTableIndexBits.
  int entry_bits = 0;  // 1 to kMostEntryBits.
  // By index; those beyond the last are 0. Two's complement where an entry is negative.
  std::vector<std::uint32_t> entries;
  std::uint64_t first = 0;  // Index of the first entry; those before it are 0, and not stored.

  std::uint32_t operator[](std::uint64_t index) const {
    const std::uint64_t place = index - first;  // Of an index before the first, beyond the last.
    return place < entries.size() ? entries[static_cast<std::size_t>(place)] : 0;
  }
  // The bits that are stored.
  std::int64_t bits() const { return static_cast<std::int64_t>(entries.size()) * entry_bits; }

  friend bool operator==(const LookupTable&, const LookupTable&) = default;
};

// "16 x 5 = 80 bits".
std::string SizeText(const LookupTable& table);

// The combinational module `name`, index_i to entry_o, which every tool that reads the RTL takes:
// one case statement. `purpose` is the comment on top.
std::string TableModule(const LookupTable& table, const std::string& name,
                        const std::string& purpose);

}  // namespace macroscope
