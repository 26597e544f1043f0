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
  using Bytes = std::uint8_t __attribute__((vector_size(4)));
};
template <>
struct Vectors<8> {
  using Word = std::uint64_t __attribute__((vector_size(64)));
  using Signed = std::int64_t __attribute__((vector_size(64)));
  using Real = double __attribute__((vector_size(64)));
  using Bytes = std::uint8_t __attribute__((vector_size(8)));
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

}  // namespace
}  // namespace macroscope
