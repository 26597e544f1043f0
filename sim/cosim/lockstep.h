// One lockstep run, in this process: to be called once a process, as SystemC elaborates but once.
#pragma once

#include <functional>
#include <memory>

#include "models/common/unit.h"
#include "models/systemc/systemc_unit.h"
#include "sim/cosim/cosim.h"
#include "sim/cosim/systemc_dut.h"

namespace macroscope {

using MakeModel = std::function<std::unique_ptr<SystemcUnit>(const char* name)>;

CosimReport RunLockstep(const Unit& unit, const MakeModel& make_model, SystemcEntry make_rtl,
                        const CosimOptions& options);

}  // namespace macroscope
