#include "sim/netlist/netlist_evaluator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

constexpr std::size_t kBlock = GateSimulator::kStreams;
constexpr int kMostCycles = 64;  // No unit has so many registers.

}  // namespace

NetlistEvaluator::NetlistEvaluator(Netlist netlist)
    : netlist_(std::move(netlist)), simulator_(netlist_) {
  for (const char* name :
       {"clk_i", "rst_ni", "valid_i", "ready_i", "a_i", "ready_o", "valid_o", "z_o"}) {
    Port(name);
  }
  Reset();
}

const NetlistPort& NetlistEvaluator::Port(const char* name) const {
  const NetlistPort* port = netlist_.FindPort(name);
  if (port == nullptr) {
    throw BuildError(fmt::format("{}: port {} is missing; the operation form of a unit is expected",
                                 netlist_.top, name));
  }
  return *port;
}

void NetlistEvaluator::Reset() {
  simulator_.DriveAll(Port("valid_i"), false);
  simulator_.DriveAll(Port("ready_i"), true);
  simulator_.DriveAll(Port("rst_ni"), false);
  simulator_.Settle();
  simulator_.DriveAll(Port("rst_ni"), true);
  simulator_.Settle();
}

void NetlistEvaluator::Drive(const Operands& in, std::size_t first, std::size_t count) {
  const std::pair<const char*, std::span<const std::uint64_t>> operands[] = {
      {"a_i", in.a}, {"b_i", in.b}, {"c_i", in.c}, {"rounding_i", in.r}};
  for (const auto& [name, codes] : operands) {
    const NetlistPort* port = netlist_.FindPort(name);
    if (port == nullptr || codes.empty()) continue;
    const auto limbs = static_cast<std::size_t>(LimbsFor(static_cast<int>(port->nets.size())));
    simulator_.Drive(*port, codes.subspan(first * limbs, count * limbs));
  }
}

void NetlistEvaluator::Evaluate(const Operands& in, std::span<std::uint64_t> z,
                                std::span<std::uint8_t> flags) {
  const std::size_t count = in.count;
  const std::size_t limbs = LimbsFor(static_cast<int>(Port("z_o").nets.size()));
  const NetlistPort& valid_out = Port("valid_o");
  const NetlistPort* flags_out = netlist_.FindPort("flags_o");
  std::array<std::uint64_t, kBlock> valid{}, flag_words{};
  std::size_t sent = 0;
  std::size_t received = 0;
  int waited = 0;
  // One block goes in and one comes out in every cycle, a pipeline's length later.
  while (received < count) {
    const std::size_t size = std::min(kBlock, count - sent);
    simulator_.DriveAll(Port("valid_i"), size > 0);
    if (size > 0) Drive(in, sent, size);
    sent += size;
    simulator_.Settle();
    simulator_.Sense(valid_out, std::span(valid).first(1));
    if ((valid[0] & 1) != 0) {
      const std::size_t arrived = std::min(kBlock, count - received);
      simulator_.Sense(Port("z_o"), z.subspan(received * limbs, arrived * limbs));
      if (flags_out != nullptr && !flags.empty()) {
        simulator_.Sense(*flags_out, std::span(flag_words).first(arrived));
        std::copy_n(flag_words.begin(), arrived,
                    flags.begin() + static_cast<std::ptrdiff_t>(received));
      }
      received += arrived;
      waited = 0;
    } else if (++waited > kMostCycles) {
      throw BuildError(
          fmt::format("{}: valid_o stays 0; the netlist is not a working unit", netlist_.top));
    }
    simulator_.Clock();
  }
}

}  // namespace macroscope
