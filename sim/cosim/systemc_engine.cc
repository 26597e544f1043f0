// The SystemC model as an engine. SystemC elaborates once per process, so that each call of
// Evaluate is a child of its own; the results come back in memory that both share.
#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <stdexcept>

#include "sim/base/build_error.h"
#include "sim/base/child.h"
#include "sim/cosim/bulk_engines.h"
#include "sim/cosim/lockstep_bench.h"

namespace macroscope {
namespace {

// Memory that a forked child writes and its parent reads.
class SharedLimbs {
 public:
  explicit SharedLimbs(std::size_t count)
      : bytes_(std::max<std::size_t>(count, 1) * sizeof(std::uint64_t)),
        data_(mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (data_ == MAP_FAILED) throw BuildError("no memory for the results of the SystemC model");
  }
  SharedLimbs(const SharedLimbs&) = delete;
  SharedLimbs& operator=(const SharedLimbs&) = delete;
  ~SharedLimbs() { munmap(data_, bytes_); }
  std::uint64_t* data() const { return static_cast<std::uint64_t*>(data_); }

 private:
  std::size_t bytes_;
  void* data_;
};

// Feeds one operation a cycle and takes the results in order: z, then its flags as one limb more.
void Simulate(const Unit& unit, const Operands& in, std::uint64_t* results) {
  LockstepInputs inputs;
  LockstepSide side("systemc");
  const std::unique_ptr<SystemcUnit> model = MakeSystemcUnit("model", unit);
  inputs.Connect(*model, side);
  PortsIn ports;
  ports.reset_n = false;
  inputs.Write(ports);
  inputs.clk.write(false);
  sc_core::sc_start(5, sc_core::SC_NS);
  inputs.clk.write(true);
  sc_core::sc_start(5, sc_core::SC_NS);

  const std::size_t count = in.count, limbs = static_cast<std::size_t>(unit.z_limbs());
  const std::size_t patience = count + static_cast<std::size_t>(unit.latency_cycles()) + 1;
  std::size_t fed = 0, taken = 0;
  ports.reset_n = true;
  for (std::size_t cycle = 0; taken < count && cycle < patience; ++cycle) {
    ports.valid = fed < count;
    if (ports.valid) static_cast<Operation&>(ports) = in.At(fed, unit.limbs());
    inputs.Write(ports);
    inputs.clk.write(false);
    sc_core::sc_start(5, sc_core::SC_NS);
    if (side.valid) {
      std::uint64_t* result = results + taken++ * (limbs + 1);
      std::copy_n(side.z.read().limb.begin(), limbs, result);
      result[limbs] = side.flags.read();
    }
    if (ports.valid && side.ready) ++fed;
    inputs.clk.write(true);
    sc_core::sc_start(5, sc_core::SC_NS);
  }
  if (taken < count) {
    throw std::runtime_error(fmt::format(
        "the SystemC model gave {} results for {} operations: its pipeline hangs", taken, count));
  }
}

class SystemcEngine : public Engine {
 public:
  explicit SystemcEngine(const Design& design) : unit_(MakeUnit(OperationForm(design))) {}
  std::string_view name() const override { return "systemc"; }
  bool has_flags() const override { return unit_->has_flags(); }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    const auto limbs = static_cast<std::size_t>(unit_->z_limbs());
    const SharedLimbs shared(in.count * (limbs + 1));
    const ChildResult child = RunInChild([&] {
      Simulate(*unit_, in, shared.data());
      return std::string();
    });
    if (!child.ok) throw std::runtime_error("the SystemC simulation failed: " + child.text);
    for (std::size_t i = 0; i < in.count; ++i) {
      const std::uint64_t* result = shared.data() + i * (limbs + 1);
      std::copy_n(result, limbs, &z[i * limbs]);
      if (!flags.empty()) flags[i] = static_cast<std::uint8_t>(result[limbs]);
    }
  }

 private:
  std::unique_ptr<Unit> unit_;
};

}  // namespace

std::unique_ptr<Engine> MakeSystemcEngine(const Design& design) {
  return std::make_unique<SystemcEngine>(design);
}

}  // namespace macroscope
