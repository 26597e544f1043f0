// One compiler in one file, though a long one: its passes share the nodes, drivers and slots, and
// mean nothing apart.
#include "sim/netlist/gate_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

using Operation = LogicExpression::Operation;

class Compiler {
 public:
  explicit Compiler(const Netlist& netlist)
      : netlist_(netlist), driver_(netlist.net_count, -1), free_slot_(netlist.net_count) {}

  GateProgram Run() {
    CollectNodes();
    PlaceFlipFlops();
    temporaries_ = free_slot_;
    EmitNodes();
    EmitFlipFlops();
    program_.slot_count = temporaries_ + most_temporaries_;
    return std::move(program_);
  }

 private:
  // An output of an instance.
  struct Node {
    int instance;
    int pin;
    int level = 1;
    int missing = 0;              // Operands not computed yet.
    std::vector<int> users = {};  // Nodes that need this one.
  };

  [[noreturn]] void Fail(const NetlistInstance& instance, const std::string& what,
                         std::string_view right) const {
    throw BuildError(fmt::format("{}: instance {} ({}) {}; {}", netlist_.top, instance.FullName(),
                                 instance.cell->name, what, right));
  }

  void CollectNodes() {
    for (std::size_t i = 0; i < netlist_.instances.size(); ++i) {
      const NetlistInstance& instance = netlist_.instances[i];
      for (std::size_t p = 0; p < instance.nets.size(); ++p) {
        const LibertyPin& pin = instance.cell->pins[p];
        if (pin.direction != PinDirection::kOutput || instance.nets[p] < 0) continue;
        if (!pin.function || pin.has_three_state) {
          Fail(instance, fmt::format("has output {} without a plain function", pin.name),
               "simulation knows gates and flip-flops; list the cell under dont_use");
        }
        driver_[instance.nets[p]] = static_cast<int>(nodes_.size());
        nodes_.push_back({static_cast<int>(i), static_cast<int>(p)});
      }
    }
  }

  void PlaceFlipFlops() {
    state_.assign(netlist_.instances.size(), -1);
    for (std::size_t i = 0; i < netlist_.instances.size(); ++i) {
      const NetlistInstance& instance = netlist_.instances[i];
      if (!instance.cell->sequential) continue;
      const LibertySequential& sequential = *instance.cell->sequential;
      if (sequential.is_latch) Fail(instance, "is a latch", "flip-flops are expected");
      CheckClock(instance, *sequential.clocked_on);
      FlipFlop flip_flop;
      flip_flop.instance = static_cast<int>(i);
      flip_flop.state = state_[i] = free_slot_++;
      flip_flop.next = free_slot_++;
      if (sequential.clear) flip_flop.clear = free_slot_++;
      if (sequential.preset) flip_flop.preset = free_slot_++;
      flip_flop.wins_preset = sequential.clear_and_preset == 'H';
      program_.flip_flops.push_back(flip_flop);
    }
  }

  // The clock pin must lead to the port clk_i through nothing but buffers.
  void CheckClock(const NetlistInstance& instance, const LogicExpression& clocked_on) const {
    const NetlistPort* clock = netlist_.FindPort("clk_i");
    bool is_plain =
        clock != nullptr && clocked_on.steps().size() == 1 && clocked_on.inputs().size() == 1;
    int net = is_plain ? instance.Net(clocked_on.inputs()[0]) : -1;
    while (is_plain && net != clock->nets[0]) {
      const int node = driver_[net];
      is_plain = node >= 0;
      if (!is_plain) break;
      const NetlistInstance& buffer = netlist_.instances[nodes_[node].instance];
      const LogicExpression& function = *buffer.cell->pins[nodes_[node].pin].function;
      is_plain =
          !buffer.cell->sequential && function.steps().size() == 1 && function.inputs().size() == 1;
      if (is_plain) net = buffer.Net(function.inputs()[0]);
    }
    if (!is_plain) {
      Fail(instance, "is not clocked by the rising edge of clk_i",
           "gated and inverted clocks are not simulated; list the cell under dont_use");
    }
  }

  // The slot of a name in one of the instance's expressions.
  int Slot(const NetlistInstance& instance, const std::string& name) const {
    const LibertyPin* pin = instance.cell->FindPin(name);
    if (pin == nullptr) {
      Fail(instance, fmt::format("uses {}, which is no pin of it", name),
           "the library's functions name pins and states");
    }
    const int net = instance.nets[pin - instance.cell->pins.data()];
    if (net < 0) {
      Fail(instance, fmt::format("uses {}, which is not connected", name),
           "the library's functions name pins and states");
    }
    return net;
  }

  bool IsState(const NetlistInstance& instance, const std::string& name) const {
    return instance.cell->sequential && (name == instance.cell->sequential->state ||
                                         name == instance.cell->sequential->inverted_state);
  }

  void EmitNodes() {
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      const NetlistInstance& instance = netlist_.instances[nodes_[n].instance];
      for (const std::string& input : instance.cell->pins[nodes_[n].pin].function->inputs()) {
        if (IsState(instance, input)) continue;
        const int driver = driver_[Slot(instance, input)];
        if (driver < 0) continue;
        nodes_[driver].users.push_back(static_cast<int>(n));
        ++nodes_[n].missing;
      }
    }
    std::deque<int> ready;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].missing == 0) ready.push_back(static_cast<int>(n));
    }
    std::size_t done = 0;
    for (; !ready.empty(); ++done) {
      const Node& node = nodes_[ready.front()];
      ready.pop_front();
      const NetlistInstance& instance = netlist_.instances[node.instance];
      Emit(node.instance, *instance.cell->pins[node.pin].function, instance.nets[node.pin]);
      program_.nodes.push_back({node.instance, node.pin});
      program_.level_count = std::max(program_.level_count, node.level);
      for (const int user : node.users) {
        nodes_[user].level = std::max(nodes_[user].level, node.level + 1);
        if (--nodes_[user].missing == 0) ready.push_back(user);
      }
    }
    if (done == nodes_.size()) return;
    for (const Node& node : nodes_) {
      if (node.missing > 0) {
        Fail(netlist_.instances[node.instance], "is part of a combinational loop, or behind one",
             "every loop must pass a flip-flop");
      }
    }
  }

  void EmitFlipFlops() {
    for (const FlipFlop& flip_flop : program_.flip_flops) {
      const LibertySequential& sequential =
          *netlist_.instances[flip_flop.instance].cell->sequential;
      Emit(flip_flop.instance, *sequential.next_state, flip_flop.next);
      if (sequential.clear) Emit(flip_flop.instance, *sequential.clear, flip_flop.clear);
      if (sequential.preset) Emit(flip_flop.instance, *sequential.preset, flip_flop.preset);
    }
  }

  void Emit(int index, const LogicExpression& expression, int target) {
    const NetlistInstance& instance = netlist_.instances[index];
    const std::size_t begin = program_.steps.size();
    std::vector<int> stack;
    const auto emit = [&](GateOperation operation, int left, int right) {
      const int slot = temporaries_ + static_cast<int>(stack.size());
      most_temporaries_ = std::max(most_temporaries_, static_cast<int>(stack.size()) + 1);
      program_.steps.push_back({operation, slot, left, right});
      stack.push_back(slot);
    };
    const auto invert = [&] {
      const int operand = stack.back();
      GateStep* last = program_.steps.size() > begin ? &program_.steps.back() : nullptr;
      if (last != nullptr && last->target == operand && operand >= temporaries_) {
        last->operation = Inverse(last->operation);
        return;
      }
      stack.pop_back();
      emit(GateOperation::kNot, operand, operand);
    };
    for (const LogicExpression::Step& step : expression.steps()) {
      switch (step.operation) {
        case Operation::kInput: {
          const std::string& name = expression.inputs()[step.input];
          const bool is_state = IsState(instance, name);
          stack.push_back(is_state ? state_[index] : Slot(instance, name));
          if (is_state && name == instance.cell->sequential->inverted_state) invert();
          break;
        }
        case Operation::kZero:
          stack.push_back(kNetZero);
          break;
        case Operation::kOne:
          stack.push_back(kNetOne);
          break;
        case Operation::kNot:
          invert();
          break;
        default: {
          const int right = stack.back();
          stack.pop_back();
          const int left = stack.back();
          stack.pop_back();
          emit(Binary(step.operation), left, right);
        }
      }
    }
    if (stack.back() >= temporaries_) {
      program_.steps.back().target = target;
    } else {
      program_.steps.push_back({GateOperation::kCopy, target, stack.back(), stack.back()});
    }
  }

  static GateOperation Binary(Operation operation) {
    if (operation == Operation::kAnd) return GateOperation::kAnd;
    return operation == Operation::kXor ? GateOperation::kXor : GateOperation::kOr;
  }

  static GateOperation Inverse(GateOperation operation) {
    // The enumerators alternate between an operation and its inverse.
    return static_cast<GateOperation>(static_cast<int>(operation) ^ 1);
  }

  const Netlist& netlist_;
  GateProgram program_;
  std::vector<Node> nodes_;
  std::vector<int> driver_;  // Net -> node, or -1 for constants and inputs.
  std::vector<int> state_;   // Instance -> slot of its state, or -1.
  int free_slot_;
  int temporaries_ = 0;
  int most_temporaries_ = 0;
};

}  // namespace

GateProgram Compile(const Netlist& netlist) { return Compiler(netlist).Run(); }

}  // namespace macroscope
