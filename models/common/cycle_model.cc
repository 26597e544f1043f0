#include "models/common/cycle_model.h"

#include <bit>
#include <optional>
#include <vector>

namespace macroscope {
namespace {

struct Result {
  Bits z;
  std::uint8_t flags = 0;
};

// One register of the elastic part, and what it holds while it is valid.
struct ElasticRegister {
  bool valid = false;
  bool clear = false;
  std::optional<Operation> operation;  // mac form
  std::optional<Result> result;        // operation form: computed on entry
};

// One register of the loop: a running sum on its way round, or (last) the accumulator itself.
struct LoopRegister {
  bool active = false;
  Bits sum;
};

Result Evaluate(const Unit& unit, const Operands& in) {
  Result result;
  unit.Evaluate(in, std::span(result.z.limb).first(static_cast<std::size_t>(unit.z_limbs())),
                {&result.flags, 1});
  return result;
}
Result Evaluate(const Unit& unit, const Operation& in) {
  return Evaluate(unit, Operands::Of(in, unit.limbs()));
}

}  // namespace

struct CycleModel::State {
  std::vector<ElasticRegister> elastic;  // First to last.
  std::vector<LoopRegister> loop;        // mac form; the accumulator last.

  // Whether each elastic register takes its input at this edge, given what follows the last one.
  std::vector<bool> Loads(bool ready_after) const {
    std::vector<bool> loads(elastic.size());
    bool ready = ready_after;
    for (std::size_t i = elastic.size(); i-- > 0;) {
      ready = ready || !elastic[i].valid;
      loads[i] = ready;
    }
    return loads;
  }
  bool Turns(bool ready_in) const { return ready_in || !loop.back().active; }
};

CycleModel::CycleModel(const Unit& unit) : unit_(unit), state_(std::make_unique<State>()) {
  const std::uint32_t cuts = unit.design().structure.cuts;
  if (unit.design().form == Form::kMac) {
    const std::uint32_t before_loop = (std::uint32_t{1} << unit.loop_start()) - 1;
    state_->elastic.resize(static_cast<std::size_t>(std::popcount(cuts & before_loop)));
    state_->loop.resize(static_cast<std::size_t>(unit.loop_registers()));
  } else {
    state_->elastic.resize(static_cast<std::size_t>(std::popcount(cuts)));
  }
}

CycleModel::~CycleModel() = default;

PortsOut CycleModel::Outputs(const PortsIn& in) const {
  const bool mac = unit_.design().form == Form::kMac;
  const bool ready_after = mac ? state_->Turns(in.ready) : in.ready;
  const std::vector<bool> loads = state_->Loads(ready_after);
  const bool ready = loads.empty() ? ready_after : static_cast<bool>(loads.front());
  if (mac) {
    const LoopRegister& accumulator = state_->loop.back();
    return {.ready = ready, .valid = accumulator.active, .z = accumulator.sum, .flags = 0};
  }
  if (state_->elastic.empty()) {
    const Result result = in.valid ? Evaluate(unit_, in) : Result();
    return {.ready = ready, .valid = in.valid, .z = result.z, .flags = result.flags};
  }
  const ElasticRegister& last = state_->elastic.back();
  const Result result = last.result.value_or(Result());
  return {.ready = ready, .valid = last.valid, .z = result.z, .flags = result.flags};
}

void CycleModel::Clock(const PortsIn& in) {
  State& s = *state_;
  if (!in.reset_n) {
    for (ElasticRegister& r : s.elastic) r = ElasticRegister();
    for (LoopRegister& r : s.loop) r = LoopRegister();
    return;
  }
  const bool mac = unit_.design().form == Form::kMac;
  const bool turns = mac && s.Turns(in.ready);
  const std::vector<bool> loads = s.Loads(mac ? turns : in.ready);

  ElasticRegister entering{
      .valid = in.valid, .clear = in.clear, .operation = std::nullopt, .result = std::nullopt};
  if (in.valid && mac) entering.operation = in;
  if (in.valid && !mac) entering.result = Evaluate(unit_, in);

  if (turns) {
    const ElasticRegister& beat = s.elastic.empty() ? entering : s.elastic.back();
    const Bits addend = beat.valid && beat.clear ? Bits() : s.loop.back().sum;
    LoopRegister next{.active = beat.valid, .sum = addend};
    if (beat.valid) {
      Operands operands = Operands::Of(*beat.operation, unit_.limbs());
      operands.c = std::span(addend.limb).first(static_cast<std::size_t>(unit_.c_limbs()));
      next.sum = Evaluate(unit_, operands).z;
    }
    s.loop.pop_back();
    s.loop.insert(s.loop.begin(), next);
  }
  for (std::size_t i = s.elastic.size(); i-- > 0;) {
    if (loads[i]) s.elastic[i] = i == 0 ? entering : s.elastic[i - 1];
  }
}

}  // namespace macroscope
