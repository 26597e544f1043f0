#include "models/common/bits.h"

#include <algorithm>

namespace macroscope {

Bits Bits::FromLimbs(std::span<const std::uint64_t> limbs) {
  Bits bits;
  std::copy_n(limbs.begin(), std::min<std::size_t>(limbs.size(), kMaxLimbs), bits.limb.begin());
  return bits;
}

void Bits::Insert(int position, int width_bits, std::uint64_t value) {
  if (width_bits <= 0) return;
  if (width_bits < 64) value &= (std::uint64_t{1} << width_bits) - 1;
  const int index = position / 64;
  const int offset = position % 64;
  if (index >= kMaxLimbs) return;
  limb[index] |= value << offset;
  if (offset != 0 && offset + width_bits > 64 && index + 1 < kMaxLimbs) {
    limb[index + 1] |= value >> (64 - offset);
  }
}

std::uint64_t Bits::Extract(int position, int width_bits) const {
  const int index = position / 64;
  const int offset = position % 64;
  if (width_bits <= 0 || index >= kMaxLimbs) return 0;
  std::uint64_t value = limb[index] >> offset;
  if (offset != 0 && index + 1 < kMaxLimbs) value |= limb[index + 1] << (64 - offset);
  return width_bits < 64 ? value & ((std::uint64_t{1} << width_bits) - 1) : value;
}

Bits Bits::Slice(int position, int width_bits) const {
  Bits slice;
  for (int i = 0; i < width_bits; i += 64) {
    const int bits = std::min(64, width_bits - i);
    slice.Insert(i, bits, Extract(position + i, bits));
  }
  return slice;
}

std::string Hex(const Bits& value, int width_bits) {
  const int digits = std::max(1, (width_bits + 3) / 4);
  std::string text(static_cast<std::size_t>(digits), '0');
  for (int i = 0; i < digits; ++i) {
    text[static_cast<std::size_t>(digits - 1 - i)] = "0123456789abcdef"[value.Extract(4 * i, 4)];
  }
  return text;
}

bool ParseHex(std::string_view text, int width_bits, Bits& value) {
  if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
  if (text.empty()) return false;
  value = Bits();
  int position = 0;
  for (auto it = text.rbegin(); it != text.rend(); ++it, position += 4) {
    const char c = *it;
    int digit = 0;
    if (c >= '0' && c <= '9') {
      digit = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      digit = c - 'a' + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = c - 'A' + 10;
    } else {
      return false;
    }
    if (digit == 0) continue;
    const int top = position + (digit >= 8 ? 4 : digit >= 4 ? 3 : digit >= 2 ? 2 : 1);
    if (top > width_bits) return false;
    value.Insert(position, 4, static_cast<std::uint64_t>(digit));
  }
  return true;
}

std::ostream& operator<<(std::ostream& os, const Bits& value) {
  int width_bits = kMaxBits;
  while (width_bits > 64 && value.limb[static_cast<std::size_t>(width_bits / 64 - 1)] == 0) {
    width_bits -= 64;
  }
  return os << "0x" << Hex(value, width_bits);
}

}  // namespace macroscope
