#include "sim/cosim/clocked_stimulus.h"

#include "sim/stimulus/random_source.h"

namespace macroscope {
namespace {

constexpr std::size_t kBlock = 256;
constexpr std::uint64_t kMoodCycles = 64;
constexpr std::uint64_t kResetEvery = 2048;  // On average.

}  // namespace

ClockedStimulus::ClockedStimulus(const Unit& unit, std::uint64_t seed)
    : is_mac_(unit.design().form == Form::kMac),
      random_(seed),
      operands_(MakeRandomSource(unit.design(), unit.c_bits(), seed)),
      block_(kBlock, unit.limbs()),
      next_(kBlock) {
  DrawOperation();
}

const PortsIn& ClockedStimulus::Next(bool accepted) {
  if (accepted) DrawOperation();
  if (cycle_++ % kMoodCycles == 0) DrawMood();
  if (reset_cycles_ == 0 && random_.Below(kResetEvery) == 0) {
    reset_cycles_ = 1 + static_cast<int>(random_.Below(3));
  }
  in_.reset_n = reset_cycles_ == 0;
  if (reset_cycles_ > 0) --reset_cycles_;
  in_.valid = in_.reset_n && Chance(valid_in_16_);
  in_.ready = Chance(ready_in_16_);
  // Without valid_i, clear_i means nothing, whatever it is.
  in_.clear = in_.valid ? clear_ : is_mac_ && Chance(8);
  return in_;
}

void ClockedStimulus::DrawOperation() {
  if (next_ == kBlock) {
    operands_->Fill(block_.Buffers(kBlock));
    next_ = 0;
  }
  static_cast<Operation&>(in_) = block_.At(next_);
  if (is_mac_) in_.c = Bits();
  clear_ = is_mac_ && Chance(clear_in_16_);
  ++next_;
}

// Full throughput, back pressure and starvation each reach states that the others do not.
void ClockedStimulus::DrawMood() {
  constexpr unsigned kBusy[] = {16, 12, 4, 1};
  valid_in_16_ = kBusy[random_.Below(4)];
  ready_in_16_ = kBusy[random_.Below(4)];
  // An accumulator that met a NaN keeps it until it is cleared; a long sum needs rare clears.
  constexpr unsigned kClear[] = {1, 2, 8};
  clear_in_16_ = kClear[random_.Below(3)];
}

}  // namespace macroscope
