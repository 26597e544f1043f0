// Where the accumulator's loop takes a beat in: a beat without operands becomes one that leaves any
// accumulator as it is, and a cleared or still empty accumulator reads as +0.
// Twin of rtl/common/loop_entry.sv.
#pragma once

#include <systemc>

#include "models/systemc/beat.h"

namespace macroscope {

template <typename Laws>
class LoopEntry : public sc_core::sc_module {
 public:
  SC_HAS_PROCESS(LoopEntry);
  sc_core::sc_in<bool> valid_i{"valid_i"}, filled_i{"filled_i"};
  sc_core::sc_in<Beat<Laws>> data_i{"data_i"}, accumulator_i{"accumulator_i"};
  sc_core::sc_out<Beat<Laws>> data_o{"data_o"};

  LoopEntry(const sc_core::sc_module_name& name, const Laws& laws) : sc_module(name), laws_(laws) {
    SC_METHOD(Compute);
    sensitive << valid_i << filled_i << data_i << accumulator_i;
  }

 private:
  void Compute() {
    Beat<Laws> beat = data_i.read();
    const bool valid = valid_i.read();
    if (!valid) {
      beat.payload = laws_.Idle();
      beat.beside.r = 0;
    }
    beat.active = valid;
    beat.beside.c = typename Laws::Word{0};
    if (filled_i.read() && !(valid && beat.clear)) {
      beat.beside.c = Sum(accumulator_i.read().payload);
    }
    data_o.write(beat);
  }
  // The accumulator holds the last stage's output. A result that is no word of the laws is of a
  // unit that accumulates nothing.
  static typename Laws::Word Sum(const typename Laws::Payload& payload) {
    return std::visit(
        [](const auto& out) -> typename Laws::Word {
          if constexpr (requires(typename Laws::Word word) { word = Laws::Value(out); }) {
            return Laws::Value(out);
          } else {
            return typename Laws::Word{0};
          }
        },
        payload);
  }

  const Laws& laws_;
};

}  // namespace macroscope
