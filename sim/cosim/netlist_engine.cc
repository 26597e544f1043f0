#include <stdexcept>

#include "sim/cosim/bulk_engines.h"
#include "sim/netlist/cell_library.h"
#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_evaluator.h"

namespace macroscope {
namespace {

class NetlistEngine : public Engine {
 public:
  NetlistEngine(const Design& design, const Technology& technology)
      : has_flags_(design.flags == FlagOutput::kOn),
        evaluator_(
            MapToNetlist(Flattened(*MakeUnit(OperationForm(design)), EffortsToTry(technology)[0]),
                         OpenCellLibrary(technology.liberty, technology.dont_use))) {}
  std::string_view name() const override { return "netlist"; }
  bool has_flags() const override { return has_flags_; }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    evaluator_.Evaluate(in, z, flags);
  }

 private:
  bool has_flags_;
  NetlistEvaluator evaluator_;
};

}  // namespace

std::unique_ptr<Engine> MakeNetlistEngine(const Design& design, const Technology& technology) {
  if (technology.liberty.empty()) {
    throw std::invalid_argument("the engine netlist needs a technology with a Liberty library");
  }
  return std::make_unique<NetlistEngine>(design, technology);
}

}  // namespace macroscope
