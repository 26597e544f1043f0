// A design's Verilated RTL, loaded into this process. Kernel-free; any number may be alive.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "models/common/cycle_model.h"
#include "models/common/unit.h"
#include "sim/cosim/rtl_abi.h"
#include "sim/cosim/rtl_build.h"

namespace macroscope {

class RtlDut {
 public:
  // kFast or kTapped. Builds what is not in the cache. Throws BuildError.
  RtlDut(const Unit& unit, RtlFlavour flavour);
  ~RtlDut();
  RtlDut(const RtlDut&) = delete;
  RtlDut& operator=(const RtlDut&) = delete;

  // Operation form: resets, then computes every operation. Throws std::runtime_error if the
  // pipeline swallows one.
  void Evaluate(const Operands& in, std::span<std::uint64_t> z, std::span<std::uint8_t> flags = {});

  // The outputs in this cycle, before the rising edge; and the edge.
  PortsOut Outputs(const PortsIn& in);
  void Clock();

  // kTapped: the output of a stage under the last Outputs, if it is valid.
  std::optional<Bits> Tap(int stage);

 private:
  const RtlFunctions* functions_;
  void* dut_;
};

// What each stage gives for one operation of the operation form, as Unit::Trace. Elements are empty
// where the operation never arrived.
std::vector<std::optional<Bits>> TraceRtl(const Unit& unit, const Operation& operation);

}  // namespace macroscope
