#include "sim/netlist/clocked_netlist_check.h"

#include <fmt/format.h>

#include <array>
#include <span>

#include "sim/base/build_error.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

ClockedNetlistCheck::ClockedNetlistCheck(const Unit& unit, const Netlist& netlist,
                                         std::uint64_t seed)
    : unit_(unit),
      netlist_(netlist),
      simulator_(netlist),
      is_mac_(unit.design().form == Form::kMac),
      random_(seed),
      source_(MakeRandomSource(unit.design(), unit.c_bits(), seed)),
      block_(kStreams, unit.limbs()) {
  for (std::size_t i = 0; i < kStreams; ++i) {
    Stream& stream = streams_.emplace_back(unit);
    stream.valid_rate = 2 + random_.Below(7);
    stream.ready_rate = 2 + random_.Below(7);
    stream.clear_rate = random_.Below(3);
  }
  simulator_.RandomizeStates(seed);
}

std::optional<std::string> ClockedNetlistCheck::Cycle(std::uint64_t cycle) {
  const bool reset = cycle == 0;
  Draw(reset);
  Drive();
  simulator_.Settle();
  std::optional<std::string> mismatch;
  if (!reset) mismatch = Compare(cycle);
  simulator_.Clock();
  for (Stream& stream : streams_) stream.model.Clock(stream.in);
  return mismatch;
}

void ClockedNetlistCheck::Draw(bool reset) {
  source_->Fill(block_.Buffers(kStreams));
  for (std::size_t i = 0; i < kStreams; ++i) {
    Stream& stream = streams_[i];
    stream.in.reset_n = !reset;
    stream.in.valid = random_.Below(8) < stream.valid_rate;
    stream.in.ready = random_.Below(8) < stream.ready_rate;
    stream.in.clear = is_mac_ && random_.Below(8) < stream.clear_rate;
    static_cast<Operation&>(stream.in) = block_.At(i);
  }
}

void ClockedNetlistCheck::Drive() {
  DriveFlag("rst_ni", [](const PortsIn& in) { return in.reset_n; });
  DriveFlag("valid_i", [](const PortsIn& in) { return in.valid; });
  DriveFlag("ready_i", [](const PortsIn& in) { return in.ready; });
  if (is_mac_) DriveFlag("clear_i", [](const PortsIn& in) { return in.clear; });
  simulator_.Drive(Port("a_i"), block_.a);
  if (unit_.b_bits() > 0) simulator_.Drive(Port("b_i"), block_.b);
  if (unit_.c_bits() > 0 && !is_mac_) simulator_.Drive(Port("c_i"), block_.c);
  if (unit_.r_bits() > 0) simulator_.Drive(Port("rounding_i"), block_.r);
}

const NetlistPort& ClockedNetlistCheck::Port(const char* name) const {
  const NetlistPort* port = netlist_.FindPort(name);
  if (port == nullptr) {
    throw BuildError(fmt::format("{}: port {} is missing; the ports of a unit are expected",
                                 netlist_.top, name));
  }
  return *port;
}

template <typename Flag>
void ClockedNetlistCheck::DriveFlag(const char* name, Flag flag) {
  std::array<std::uint64_t, kStreams> values;
  for (std::size_t i = 0; i < kStreams; ++i) values[i] = flag(streams_[i].in) ? 1 : 0;
  simulator_.Drive(Port(name), values);
}

std::optional<std::string> ClockedNetlistCheck::Compare(std::uint64_t cycle) {
  const auto limbs = static_cast<std::size_t>(unit_.z_limbs());
  std::array<std::uint64_t, kStreams> ready{}, valid{}, flags{};
  std::vector<std::uint64_t> z(kStreams * limbs);
  simulator_.Sense(Port("ready_o"), ready);
  simulator_.Sense(Port("valid_o"), valid);
  simulator_.Sense(Port("z_o"), z);
  if (unit_.has_flags()) simulator_.Sense(Port("flags_o"), flags);
  for (std::size_t i = 0; i < kStreams; ++i) {
    const PortsOut expected = streams_[i].model.Outputs(streams_[i].in);
    const auto differs = [&](const char* port, const std::string& got, const std::string& law) {
      return fmt::format("stream {}, cycle {}: {} of the netlist is {}, the cycle model's {}", i,
                         cycle, port, got, law);
    };
    if ((ready[i] != 0) != expected.ready) {
      return differs("ready_o", std::to_string(ready[i]), std::to_string(expected.ready));
    }
    if ((valid[i] != 0) != expected.valid) {
      return differs("valid_o", std::to_string(valid[i]), std::to_string(expected.valid));
    }
    const Bits got = Bits::FromLimbs(std::span(z).subspan(i * limbs, limbs));
    if (expected.valid && got != expected.z) {
      return differs("z_o", Hex(got, unit_.z_bits()), Hex(expected.z, unit_.z_bits()));
    }
    if (expected.valid && flags[i] != expected.flags) {
      return differs("flags_o", std::to_string(flags[i]), std::to_string(expected.flags));
    }
  }
  return std::nullopt;
}

}  // namespace macroscope
