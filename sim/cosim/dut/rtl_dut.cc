// The C interface (rtl_abi.h) of one Verilated design. Compiled on demand into a shared object;
// dut_config.h, generated beside it, says what this design has:
//   DUT_A_LIMBS         64-bit limbs of a
//   DUT_B_LIMBS         of b; 1 where there is none
//   DUT_LIMBS           of z, and of c where there is one
//   DUT_MAX_LIMBS       of the widest word that engines exchange
//   DUT_IS_MAC          1: a port clear_i
//   DUT_HAS_B, _C, _R   the operand, at the port b_i, c_i, rounding_i (c_i: not of the mac form)
//   DUT_HAS_FLAGS       the design's flags, at the port flags_o
//   DUT_ROUNDS          a port rounding_i, whether or not the design has the operand
//   DUT_FLAGS_PORT      a port flags_o, whether or not it has flags
//   DUT_IS_CLOCKED      0: no register between inputs and outputs
//   DUT_TAPS(TAP)       TAP(index, data signal, valid signal) for every stage; or not defined
#include <cstring>

#include "Vdut.h"
#include "Vdut___024root.h"
#include "dut_config.h"
#include "rtl_abi.h"

namespace {

using macroscope::RtlBatch;
using macroscope::RtlFunctions;
using macroscope::RtlIn;
using macroscope::RtlOut;

// Verilator's port types follow their widths.
template <typename T>
void Put(T& port, const std::uint64_t* limbs) {
  port = static_cast<T>(*limbs);
}
template <std::size_t N>
void Put(VlWide<N>& port, const std::uint64_t* limbs) {
  std::memcpy(&port[0], limbs, N * sizeof(EData));
}
template <typename T>
void Get(const T& port, std::uint64_t* limbs) {
  *limbs = port;
}
template <std::size_t N>
void Get(const VlWide<N>& port, std::uint64_t* limbs) {
  // A stage may be wider than the words that engines exchange; then its low bits stand for it.
  constexpr std::size_t kMostWords = 2 * DUT_MAX_LIMBS;
  constexpr std::size_t kWords = N < kMostWords ? N : kMostWords;
  limbs[(kWords - 1) / 2] = 0;
  std::memcpy(limbs, port.data(), kWords * sizeof(EData));
}

struct Dut {
  VerilatedContext context;
  Vdut rtl{&context, "dut"};
};

void* Create() { return new Dut; }

void Destroy(void* dut) { delete static_cast<Dut*>(dut); }

void Ports(void* dut, const RtlIn* in, RtlOut* out) {
  Vdut& rtl = static_cast<Dut*>(dut)->rtl;
  rtl.clk_i = 0;
  rtl.rst_ni = in->rst_ni;
  rtl.valid_i = in->valid_i;
  rtl.ready_i = in->ready_i;
  Put(rtl.a_i, in->a_i);
#if DUT_HAS_B
  Put(rtl.b_i, in->b_i);
#endif
#if DUT_IS_MAC
  rtl.clear_i = in->clear_i;
#endif
#if DUT_HAS_C
  Put(rtl.c_i, in->c_i);
#endif
#if DUT_HAS_R
  Put(rtl.rounding_i, &in->rounding_i);
#endif
  rtl.eval();
  out->ready_o = rtl.ready_o;
  out->valid_o = rtl.valid_o;
  Get(rtl.z_o, out->z_o);
#if DUT_HAS_FLAGS
  out->flags_o = rtl.flags_o;
#else
  out->flags_o = 0;
#endif
}

void Clock(void* dut) {
  Vdut& rtl = static_cast<Dut*>(dut)->rtl;
  rtl.clk_i = 1;
  rtl.eval();
}

#if !DUT_IS_MAC
void PutOperands(Vdut& rtl, const RtlBatch& batch, std::uint64_t i) {
  Put(rtl.a_i, batch.a + i * DUT_A_LIMBS);
#if DUT_HAS_B
  Put(rtl.b_i, batch.b + i * DUT_B_LIMBS);
#endif
#if DUT_HAS_C
  Put(rtl.c_i, batch.c + i * DUT_LIMBS);
#endif
#if DUT_HAS_R
  Put(rtl.rounding_i, batch.r + i);
#endif
}

void GetResult(const Vdut& rtl, const RtlBatch& batch, std::uint64_t i) {
  Get(rtl.z_o, batch.z + i * DUT_LIMBS);
#if DUT_HAS_FLAGS
  if (batch.flags != nullptr) batch.flags[i] = rtl.flags_o;
#else
  if (batch.flags != nullptr) batch.flags[i] = 0;
#endif
}

std::uint64_t Evaluate(void* dut, const RtlBatch* batch) {
  Vdut& rtl = static_cast<Dut*>(dut)->rtl;
  rtl.clk_i = 0;
  rtl.rst_ni = 0;
  rtl.valid_i = 0;
  rtl.ready_i = 1;
  rtl.eval();
  rtl.rst_ni = 1;
#if DUT_IS_CLOCKED
  constexpr std::uint64_t kPatienceCycles = 1000;
  std::uint64_t fed = 0, taken = 0;
  for (std::uint64_t cycle = 0; taken < batch->count && cycle < batch->count + kPatienceCycles;
       ++cycle) {
    rtl.clk_i = 0;
    rtl.valid_i = fed < batch->count;
    if (fed < batch->count) PutOperands(rtl, *batch, fed);
    rtl.eval();
    if (rtl.valid_o) GetResult(rtl, *batch, taken++);
    if (rtl.valid_i && rtl.ready_o) ++fed;
    rtl.clk_i = 1;
    rtl.eval();
  }
  return taken;
#else
  rtl.valid_i = 1;
  for (std::uint64_t i = 0; i < batch->count; ++i) {
    PutOperands(rtl, *batch, i);
    rtl.eval();
    GetResult(rtl, *batch, i);
  }
  return batch->count;
#endif
}
#endif

#ifdef DUT_TAPS
std::uint8_t Tap(void* dut, int stage, std::uint64_t* limbs) {
  const Vdut___024root& root = *static_cast<Dut*>(dut)->rtl.rootp;
  switch (stage) {
#define TAP(index, data, valid) \
  case index:                   \
    Get(root.data, limbs);      \
    return root.valid;
    DUT_TAPS(TAP)
#undef TAP
    default:
      return 0;
  }
}
#endif

}  // namespace

extern "C" __attribute__((visibility("default"))) const RtlFunctions* macroscope_rtl() {
  static const RtlFunctions functions = {
    Create,
    Destroy,
#if DUT_IS_MAC
    nullptr,
#else
    Evaluate,
#endif
    Ports,
    Clock,
#ifdef DUT_TAPS
    Tap,
#else
    nullptr,
#endif
  };
  return &functions;
}
