#include "sim/cosim/rtl_dut.h"

#include <fmt/format.h>

#include <stdexcept>

#include "sim/cosim/shared_object.h"

namespace macroscope {

RtlDut::RtlDut(const Unit& unit, RtlFlavour flavour) {
  const auto entry =
      reinterpret_cast<const RtlFunctions* (*)()>(LoadEntry(BuildRtl(unit, flavour), kRtlEntry));
  functions_ = entry();
  dut_ = functions_->create();
}

RtlDut::~RtlDut() { functions_->destroy(dut_); }

void RtlDut::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                      std::span<std::uint8_t> flags) {
  if (functions_->evaluate == nullptr) {
    throw std::logic_error("the mac form evaluates no single operations");
  }
  const RtlBatch batch = {in.count,
                          in.a.data(),
                          in.b.data(),
                          in.c.data(),
                          in.r.data(),
                          z.data(),
                          flags.empty() ? nullptr : flags.data()};
  const std::uint64_t count = functions_->evaluate(dut_, &batch);
  if (count != in.count) {
    throw std::runtime_error(fmt::format(
        "the RTL gave {} results for {} operations: its pipeline hangs", count, in.count));
  }
}

PortsOut RtlDut::Outputs(const PortsIn& in) {
  const RtlIn ports_in = {in.reset_n,       in.valid,         in.ready,         in.clear,
                          in.a.limb.data(), in.b.limb.data(), in.c.limb.data(), in.r};
  PortsOut result;
  RtlOut ports_out = {0, 0, result.z.limb.data(), 0};
  functions_->ports(dut_, &ports_in, &ports_out);
  result.ready = ports_out.ready_o != 0;
  result.valid = ports_out.valid_o != 0;
  result.flags = ports_out.flags_o;
  return result;
}

void RtlDut::Clock() { functions_->clock(dut_); }

std::optional<Bits> RtlDut::Tap(int stage) {
  Bits value;
  if (functions_->tap(dut_, stage, value.limb.data()) == 0) return std::nullopt;
  return value;
}

std::vector<std::optional<Bits>> TraceRtl(const Unit& unit, const Operation& operation) {
  RtlDut dut(unit, RtlFlavour::kTapped);
  PortsIn in;
  in.reset_n = false;
  dut.Outputs(in);
  dut.Clock();
  in.reset_n = true;
  in.valid = true;
  static_cast<Operation&>(in) = operation;
  std::vector<std::optional<Bits>> trace(unit.stages().size());
  // One cycle a register that the operation passes, and one where it comes out.
  for (int cycle = 0; cycle <= unit.latency_cycles(); ++cycle) {
    dut.Outputs(in);
    for (std::size_t stage = 0; stage < trace.size(); ++stage) {
      if (!trace[stage]) trace[stage] = dut.Tap(static_cast<int>(stage));
    }
    dut.Clock();
    in.valid = false;
  }
  return trace;
}

}  // namespace macroscope
