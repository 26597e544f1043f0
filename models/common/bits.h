// A word of up to kMaxBits bits, as engines exchange it.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>

namespace macroscope {

inline constexpr int kMaxBits = 2048;
inline constexpr int kMaxLimbs = kMaxBits / 64;

// The number of 64-bit limbs that hold `width_bits`; at least 1.
constexpr int LimbsFor(int width_bits) { return width_bits <= 64 ? 1 : (width_bits + 63) / 64; }

struct Bits {
  std::array<std::uint64_t, kMaxLimbs> limb{};  // limb[0] is the least significant.

  constexpr Bits() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): wherever words are meant, so are small numbers
  constexpr Bits(std::uint64_t low) { limb[0] = low; }
  static Bits FromLimbs(std::span<const std::uint64_t> limbs);

  std::uint64_t low() const { return limb[0]; }
  bool Bit(int index) const { return (limb[index / 64] >> (index % 64) & 1) != 0; }
  // Ors the low `width_bits` (at most 64) of `value` in at bit `position`; what would lie beyond
  // kMaxBits is dropped.
  void Insert(int position, int width_bits, std::uint64_t value);
  // Bits [position + width_bits - 1 : position]; 0 beyond kMaxBits.
  Bits Slice(int position, int width_bits) const;
  // The same, at most 64 of them.
  std::uint64_t Extract(int position, int width_bits) const;

  friend bool operator==(const Bits&, const Bits&) = default;
};

// Hexadecimal digits for `width_bits` bits, lower case, no prefix.
std::string Hex(const Bits& value, int width_bits);
// Reads hexadecimal digits, an optional 0x before them. False if empty, malformed or too long for
// `width_bits`.
bool ParseHex(std::string_view text, int width_bits, Bits& value);

std::ostream& operator<<(std::ostream& os, const Bits& value);

}  // namespace macroscope
