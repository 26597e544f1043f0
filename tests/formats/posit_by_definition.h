// A posit read as its definition is written: a string of bits, from left to right. Shares nothing
// with the code under test.
#pragma once

#include <cstdint>
#include <string>

namespace macroscope {

// Of a positive posit: 2^scale * 1.fraction, the fraction's bits as a string.
struct PositText {
  int scale = 0;
  std::string fraction;
};

inline std::string PositBits(std::uint64_t code, int width_bits) {
  std::string bits;
  for (int bit = width_bits; bit-- > 0;) bits += (code >> bit & 1) != 0 ? '1' : '0';
  return bits;
}

inline PositText ReadPosit(int width_bits, int exponent_bits, std::uint64_t code) {
  const std::string bits = PositBits(code, width_bits).substr(1);
  const auto run = std::min(bits.find(bits[0] == '1' ? '0' : '1'), bits.size());
  const int m = static_cast<int>(run);
  const int k = bits[0] == '1' ? m - 1 : -m;
  // What is cut off is zeros.
  std::string rest = bits.substr(std::min(run + 1, bits.size()));
  std::string exponent = rest.substr(0, exponent_bits);
  rest = rest.substr(exponent.size());
  exponent.resize(exponent_bits, '0');
  const int e = exponent.empty() ? 0 : std::stoi(exponent, nullptr, 2);
  return {k * (1 << exponent_bits) + e, rest};
}

// The code that 2^scale * 1.fraction rounds to, |scale| at most a few thousand, with a 1 somewhere
// behind the fraction if `sticky`: to nearest on the string of bits, ties to even.
inline std::uint64_t WritePosit(int width_bits, int exponent_bits, int scale,
                                const std::string& fraction, bool sticky) {
  const int useed = 1 << exponent_bits;
  const int e = ((scale % useed) + useed) % useed;
  const int k = (scale - e) / useed;
  std::string bits = k >= 0 ? std::string(k + 1, '1') + '0' : std::string(-k, '0') + '1';
  for (int bit = exponent_bits; bit-- > 0;) bits += (e >> bit & 1) != 0 ? '1' : '0';
  bits += fraction + std::string(width_bits + 1, '0');
  const auto kept = static_cast<std::size_t>(width_bits - 1);
  std::uint64_t code = std::stoull(bits.substr(0, kept), nullptr, 2);
  const bool rest = sticky || bits.find('1', kept + 1) != std::string::npos;
  if (bits[kept] == '1' && (rest || code % 2 == 1)) ++code;
  const std::uint64_t greatest = (std::uint64_t{1} << kept) - 1;
  return code == 0 ? 1 : code > greatest ? greatest : code;
}

}  // namespace macroscope
