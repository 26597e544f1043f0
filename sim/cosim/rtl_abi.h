// What a shared object built from a design's RTL offers (dut/rtl_dut.cc), as plain C: the program
// and the object may be built by different compilers. Limbs are least significant first.
#pragma once

#include <cstdint>

namespace macroscope {

struct RtlIn {
  std::uint8_t rst_ni;
  std::uint8_t valid_i;
  std::uint8_t ready_i;
  std::uint8_t clear_i;  // mac form only.
  const std::uint64_t* a_i;
  const std::uint64_t* b_i;
  const std::uint64_t* c_i;  // Operation form of a unit with an addend only.
  std::uint64_t rounding_i;
};

struct RtlOut {
  std::uint8_t ready_o;
  std::uint8_t valid_o;
  std::uint64_t* z_o;
  std::uint8_t flags_o;  // 0 of a design without flags.
};

// Operands and results of many operations; what the design does not have may be null.
struct RtlBatch {
  std::uint64_t count;
  const std::uint64_t* a;
  const std::uint64_t* b;
  const std::uint64_t* c;
  const std::uint64_t* r;
  std::uint64_t* z;
  std::uint8_t* flags;  // Null: not wanted.
};

struct RtlFunctions {
  void* (*create)();
  void (*destroy)(void* dut);
  // Operation form: every operation in order, one a cycle where the design has registers. Returns
  // the number of results that came; fewer than `count` if the pipeline hangs.
  std::uint64_t (*evaluate)(void* dut, const RtlBatch* batch);
  // The outputs under these inputs, before the rising edge; and the edge.
  void (*ports)(void* dut, const RtlIn* in, RtlOut* out);
  void (*clock)(void* dut);
  // Whether the stage's output is valid, and that output. Null in an object without taps.
  std::uint8_t (*tap)(void* dut, int stage, std::uint64_t* limbs);
};

inline constexpr const char* kRtlEntry = "macroscope_rtl";  // extern "C" const RtlFunctions*();

}  // namespace macroscope
