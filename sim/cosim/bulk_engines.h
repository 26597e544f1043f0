// The engines of engine.h, one constructor each. All compute the design's operation form.
#pragma once

#include <memory>
#include <string>

#include "sim/cosim/engine.h"

namespace macroscope {

// The design's operation form; of a mac design the one without registers.
Design OperationForm(Design design);

std::unique_ptr<Engine> MakeReferenceEngine(const Design& design);
std::unique_ptr<Engine> MakeBatchEngine(const Design& design);
std::unique_ptr<Engine> MakeLawEngine(const Design& design);
std::unique_ptr<Engine> MakeSystemcEngine(const Design& design);
std::unique_ptr<Engine> MakeRtlEngine(const Design& design);
std::unique_ptr<Engine> MakeNetlistEngine(const Design& design, const Technology& technology);

}  // namespace macroscope
