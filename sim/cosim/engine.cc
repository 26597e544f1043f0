#include "sim/cosim/engine.h"

#include <fmt/format.h>

#include <stdexcept>

#include "models/batch/batch.h"
#include "models/reference/reference.h"
#include "sim/cosim/bulk_engines.h"
#include "sim/cosim/rtl_dut.h"

namespace macroscope {
namespace {

class ReferenceEngine : public Engine {
 public:
  explicit ReferenceEngine(const Design& design)
      : has_flags_(Rounds(design)), reference_(OperationForm(design)) {}
  std::string_view name() const override { return "reference"; }
  bool has_flags() const override { return has_flags_; }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    reference_.Evaluate(in, z, flags);
  }

 private:
  bool has_flags_;
  Reference reference_;
};

class BatchEngine : public Engine {
 public:
  explicit BatchEngine(const Design& design) : batch_(OperationForm(design)) {}
  std::string_view name() const override { return "batch"; }
  bool has_flags() const override { return batch_.unit().has_flags(); }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    batch_.Evaluate(in, z, flags);
  }

 private:
  Batch batch_;
};

class LawEngine : public Engine {
 public:
  explicit LawEngine(const Design& design) : unit_(MakeUnit(OperationForm(design))) {}
  std::string_view name() const override { return "law"; }
  bool has_flags() const override { return unit_->has_flags(); }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    unit_->Evaluate(in, z, flags);
  }

 private:
  std::unique_ptr<Unit> unit_;
};

class RtlEngine : public Engine {
 public:
  explicit RtlEngine(const Design& design)
      : unit_(MakeUnit(OperationForm(design))), dut_(*unit_, RtlFlavour::kFast) {}
  std::string_view name() const override { return "rtl"; }
  bool has_flags() const override { return unit_->has_flags(); }
  void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags) override {
    dut_.Evaluate(in, z, flags);
  }

 private:
  std::unique_ptr<Unit> unit_;
  RtlDut dut_;
};

}  // namespace

Design OperationForm(Design design) {
  if (design.form == Form::kMac) {
    design.form = Form::kOperation;
    design.structure.cuts = 0;
  }
  return design;
}

std::unique_ptr<Engine> MakeReferenceEngine(const Design& design) {
  return std::make_unique<ReferenceEngine>(design);
}
std::unique_ptr<Engine> MakeBatchEngine(const Design& design) {
  return std::make_unique<BatchEngine>(design);
}
std::unique_ptr<Engine> MakeLawEngine(const Design& design) {
  return std::make_unique<LawEngine>(design);
}
std::unique_ptr<Engine> MakeRtlEngine(const Design& design) {
  return std::make_unique<RtlEngine>(design);
}

std::unique_ptr<Engine> MakeEngine(std::string_view name, const Design& design,
                                   const Technology& technology) {
  if (name == "reference") return MakeReferenceEngine(design);
  if (name == "batch") return MakeBatchEngine(design);
  if (name == "law") return MakeLawEngine(design);
  if (name == "systemc") return MakeSystemcEngine(design);
  if (name == "rtl") return MakeRtlEngine(design);
  if (name == "netlist") return MakeNetlistEngine(design, technology);
  std::string names;
  for (const std::string_view known : kEngineNames) names += fmt::format(" {}", known);
  throw std::invalid_argument(fmt::format("there is no engine {}; there are:{}", name, names));
}

}  // namespace macroscope
