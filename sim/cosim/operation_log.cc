#include "sim/cosim/operation_log.h"

#include <fmt/format.h>

namespace macroscope {

void OperationLog::Clock(const PortsIn& in, const PortsOut& out) {
  if (!in.reset_n) {
    under_way_.clear();
    return;
  }
  if (in.valid && out.ready) under_way_.push_back(in);
  if (out.valid && in.ready && !under_way_.empty()) {
    under_way_.pop_front();
    ++taken_;
  }
}

std::string OperationLog::Describe(const PortsIn& in, const PortsIn& operation) const {
  std::string operands = macroscope::Describe(unit_, operation);
  if (unit_.design().form == Form::kMac) operands += fmt::format(", clear {:d}", operation.clear);
  return fmt::format("operands {}; inputs valid {:d}, ready {:d}", operands, in.valid, in.ready);
}

}  // namespace macroscope
