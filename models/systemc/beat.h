// What travels from stage to stage: the stage's outputs, and what passes by them.
#pragma once

#include <ostream>
#include <string>
#include <systemc>

#include "models/common/operands.h"

namespace macroscope {

template <typename Laws>
struct Beat {
  typename Laws::Payload payload{};    // What the stage before gave.
  Beside<typename Laws::Word> beside;  // Until the stages that use it.
  bool clear = false;                  // mac form: this beat starts a new sum.
  bool active = false;                 // mac form, in the loop: this beat has operands.
  friend bool operator==(const Beat&, const Beat&) = default;
};

// sc_signal asks for both; waves show the packed stage outputs instead (SystemcUnit::StageOutput).
template <typename Laws>
std::ostream& operator<<(std::ostream& os, const Beat<Laws>& beat) {
  return os << "stage output of kind " << beat.payload.index();
}
template <typename Laws>
void sc_trace(sc_core::sc_trace_file*, const Beat<Laws>&, const std::string&) {}

}  // namespace macroscope
