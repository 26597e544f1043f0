// What the cells of a netlist did: changes counted by the state that they happened in, so that
// energy tables with conditions can price them afterwards.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/activity/cell_shape.h"

namespace macroscope {

// States are numbered as in CellShape. A change is counted in the state that it leads to.
class Activity {
 public:
  Activity(const Netlist& netlist, const CellShapes& shapes);

  // A change of inputs[input]; of what a flip-flop stores, where input == inputs.size().
  std::uint64_t& Changes(int instance, int input, std::uint32_t state) {
    const Place& place = places_[instance];
    return counts_[place.changes + (static_cast<std::size_t>(input) << place.bits) + state];
  }
  // A change of a gate's outputs[output] because inputs[input] changed.
  std::uint64_t& Caused(int instance, int output, int input, std::uint32_t state) {
    const Place& place = places_[instance];
    const std::size_t row = static_cast<std::size_t>(output) * place.inputs + input;
    return counts_[place.caused + (row << place.bits) + state];
  }
  // Half cycles that ended in a state.
  std::uint64_t& HalfCycles(int instance, std::uint32_t state) {
    return counts_[places_[instance].half_cycles + state];
  }
  std::uint64_t& Toggles(int net) { return toggles_[net]; }

  std::uint64_t Changes(int instance, int input, std::uint32_t state) const {
    return const_cast<Activity*>(this)->Changes(instance, input, state);
  }
  std::uint64_t Caused(int instance, int output, int input, std::uint32_t state) const {
    return const_cast<Activity*>(this)->Caused(instance, output, input, state);
  }
  std::uint64_t HalfCycles(int instance, std::uint32_t state) const {
    return const_cast<Activity*>(this)->HalfCycles(instance, state);
  }
  std::uint64_t Toggles(int net) const { return toggles_[net]; }
  const std::vector<std::uint64_t>& toggles() const { return toggles_; }

  void Clear();

 private:
  struct Place {
    std::uint32_t changes, caused, half_cycles;  // Indices into counts_.
    int inputs, bits;
  };

  std::vector<Place> places_;
  std::vector<std::uint64_t> counts_;
  std::vector<std::uint64_t> toggles_;  // By net.
};

}  // namespace macroscope
