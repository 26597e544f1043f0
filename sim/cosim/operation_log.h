// Which operation is where in a clocked design, told from its ports alone: operations keep their
// order.
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "models/common/cycle_model.h"
#include "models/common/unit.h"

namespace macroscope {

class OperationLog {
 public:
  explicit OperationLog(const Unit& unit) : unit_(unit) {}

  // A cycle goes by: operations accepted and taken in it are noted.
  void Clock(const PortsIn& in, const PortsOut& out);
  std::uint64_t taken() const { return taken_; }

  // The operation at z_o, and the one that has `ahead` operations between itself and the output;
  // `in` where none is under way.
  const PortsIn& AtOutput(const PortsIn& in) const { return Ahead(0, in); }
  const PortsIn& Ahead(std::size_t ahead, const PortsIn& in) const {
    return ahead < under_way_.size() ? under_way_[ahead] : in;
  }

  // "operands a 7f, b 01, c 00; inputs valid 1, ready 0".
  std::string Describe(const PortsIn& in, const PortsIn& operation) const;

 private:
  const Unit& unit_;
  std::deque<PortsIn> under_way_;  // Oldest first.
  std::uint64_t taken_ = 0;
};

}  // namespace macroscope
