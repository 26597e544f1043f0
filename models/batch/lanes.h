// Vectors of 64-bit words and of doubles, as GCC's vector extension spells them. A kernel is
// written once over the number of lanes; the file that instantiates it has chosen the instructions.
// All of it has internal linkage: a function compiled for one machine must never serve another.
#pragma once

#include <cstdint>
#include <cstring>

namespace macroscope {
namespace {

template <int kLanes>
struct Vectors;
template <>
struct Vectors<4> {
  using Word = std::uint64_t __attribute__((vector_size(32)));
  using Signed = std::int64_t __attribute__((vector_size(32)));
  using Real = double __attribute__((vector_size(32)));
  using Single = float __attribute__((vector_size(16)));
  using SingleWord = std::uint32_t __attribute__((vector_size(16)));
  using Bytes = std::uint8_t __attribute__((vector_size(4)));
  using Quarters = std::uint16_t __attribute__((vector_size(32)));
  using SignedQuarters = std::int16_t __attribute__((vector_size(32)));
};
template <>
struct Vectors<8> {
  using Word = std::uint64_t __attribute__((vector_size(64)));
  using Signed = std::int64_t __attribute__((vector_size(64)));
  using Real = double __attribute__((vector_size(64)));
  using Single = float __attribute__((vector_size(32)));
  using SingleWord = std::uint32_t __attribute__((vector_size(32)));
  using Bytes = std::uint8_t __attribute__((vector_size(8)));
  using Quarters = std::uint16_t __attribute__((vector_size(64)));
  using SignedQuarters = std::int16_t __attribute__((vector_size(64)));
};

// Memory knows no alignment here.
template <typename Vector, typename Element>
[[gnu::always_inline]] inline Vector Load(const Element* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}
template <typename Vector, typename Element>
[[gnu::always_inline]] inline void Store(Element* to, const Vector& vector) {
  std::memcpy(to, &vector, sizeof vector);
}

// What every kernel says of its words. Truths are lanes of all ones.
template <int kLanes>
struct LaneMath {
  using Word = typename Vectors<kLanes>::Word;
  using Signed = typename Vectors<kLanes>::Signed;
  using Real = typename Vectors<kLanes>::Real;

  static Word All(std::uint64_t value) { return value - Word{}; }
  // x < y of two's complement words.
  static Word Less(const Word& x, const Word& y) {
    return reinterpret_cast<Word>(reinterpret_cast<Signed>(x) < reinterpret_cast<Signed>(y));
  }
  // All ones where bit 63 is set.
  static Word SignOf(const Word& x) {
    return reinterpret_cast<Word>(reinterpret_cast<Signed>(x) >> 63);
  }
  static std::uint64_t DoubleBits(double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
  }
};

}  // namespace
}  // namespace macroscope
