// The design that Verilator wrote as a SystemC module, behind the ports of systemc_dut.h. Compiled
// on demand into a shared object; for dut_config.h see rtl_dut.cc.
#include "sim/cosim/systemc_dut.h"

#include <algorithm>
#include <cstring>

#include "Vdut.h"
#include "Vdut___024root.h"
#include "dut_config.h"

namespace macroscope {

// What signals of Bits want, so that this object needs nothing of the program that loads it.
std::ostream& operator<<(std::ostream& os, const Bits& value) {
  return os << std::hex << value.limb[0] << std::dec;
}
void sc_trace(sc_core::sc_trace_file*, const Bits&, const std::string&) {}

namespace {

// Verilator's port types follow their widths: bool, uint32_t, uint64_t, sc_bv.
template <typename T>
void Convert(const Bits& from, T& to) {
  to = static_cast<T>(from.limb[0]);
}
template <int N>
void Convert(const Bits& from, sc_dt::sc_bv<N>& to) {
  for (int i = 0; i < (N + 31) / 32; ++i) {
    to.set_word(i, static_cast<sc_dt::sc_digit>(from.limb[i / 2] >> (i % 2 * 32)));
  }
}
template <typename T>
void Convert(const T& from, Bits& to) {
  to.limb[0] = from;
}
template <int N>
void Convert(const sc_dt::sc_bv<N>& from, Bits& to) {
  for (int i = 0; i < (N + 31) / 32; ++i) {
    to.limb[i / 2] |= std::uint64_t{from.get_word(i)} << (i % 2 * 32);
  }
}
template <typename T>
void Read(const T& signal, Bits& to) {
  to.limb[0] = signal;
}
template <std::size_t N>
void Read(const VlWide<N>& signal, Bits& to) {
  // A stage may be wider than the words that engines exchange; then its low bits stand for it.
  std::memcpy(to.limb.data(), signal.data(), std::min(N * sizeof(EData), sizeof to.limb));
}

template <typename Port>
using PortData = typename std::remove_reference_t<Port>::data_type;

class VerilatedDut : public SystemcDut {
 public:
  SC_HAS_PROCESS(VerilatedDut);
  explicit VerilatedDut(const sc_core::sc_module_name& name) : SystemcDut(name) {
    rtl_.clk_i(clk_i);
    rtl_.rst_ni(rst_ni);
    rtl_.valid_i(valid_i);
    rtl_.ready_i(ready_i);
    rtl_.ready_o(ready_o);
    rtl_.valid_o(valid_o);
    rtl_.a_i(a_);
    rtl_.b_i(b_);
    rtl_.z_o(z_);
#if DUT_IS_MAC
    rtl_.clear_i(clear_i);
#endif
#if DUT_HAS_C
    rtl_.c_i(c_);
#endif
#if DUT_ROUNDS
    rtl_.rounding_i(r_);
#endif
#if DUT_FLAGS_PORT
    rtl_.flags_o(flags_);
#endif
    SC_METHOD(Drive);
    sensitive << a_i << b_i << c_i << r_i;
    SC_METHOD(Collect);
    sensitive << z_;
#if DUT_HAS_FLAGS
    sensitive << flags_;
#endif
  }

  Bits StageOutput(int stage) const override {
    const Vdut___024root& root = *rtl_.rootp;
    Bits value;
    switch (stage) {
#define TAP(index, data, valid) \
  case index:                   \
    Read(root.data, value);     \
    break;
      DUT_TAPS(TAP)
#undef TAP
    }
    return value;
  }

  bool StageValid(int stage) const override {
    const Vdut___024root& root = *rtl_.rootp;
    switch (stage) {
#define TAP(index, data, valid) \
  case index:                   \
    return root.valid;
      DUT_TAPS(TAP)
#undef TAP
    }
    return false;
  }

 private:
  template <typename Signal>
  static void Write(Signal& signal, const Bits& value) {
    std::decay_t<decltype(signal.read())> data{};
    Convert(value, data);
    signal.write(data);
  }

  void Drive() {
    Write(a_, a_i.read());
#if DUT_HAS_B
    Write(b_, b_i.read());
#endif
#if DUT_HAS_C
    Write(c_, c_i.read());
#endif
#if DUT_HAS_R
    Write(r_, r_i.read());
#endif
  }

  void Collect() {
    Bits value;
    Convert(z_.read(), value);
    z_o.write(value);
#if DUT_HAS_FLAGS
    Bits flags;
    Convert(flags_.read(), flags);
    flags_o.write(static_cast<std::uint8_t>(flags.low()));
#endif
  }

  Vdut rtl_{"rtl"};
  sc_core::sc_signal<PortData<decltype(Vdut::a_i)>> a_{"a"};
  sc_core::sc_signal<PortData<decltype(Vdut::b_i)>> b_{"b"};
#if DUT_HAS_C
  sc_core::sc_signal<PortData<decltype(Vdut::c_i)>> c_{"c"};
#endif
#if DUT_ROUNDS
  sc_core::sc_signal<PortData<decltype(Vdut::rounding_i)>> r_{"r"};
#endif
#if DUT_FLAGS_PORT
  sc_core::sc_signal<PortData<decltype(Vdut::flags_o)>> flags_{"flags"};
#endif
  sc_core::sc_signal<PortData<decltype(Vdut::z_o)>> z_{"z"};
};

}  // namespace
}  // namespace macroscope

extern "C" __attribute__((visibility("default"))) macroscope::SystemcDut* macroscope_systemc(
    const char* name) {
  return new macroscope::VerilatedDut(name);
}
