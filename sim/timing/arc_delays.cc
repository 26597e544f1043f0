#include "sim/timing/arc_delays.h"

#include <algorithm>
#include <utility>

namespace macroscope {
namespace {

// The mean of an edge's delays: over the arcs that can happen in this netlist or, if constants
// leave none, over all.
class Mean {
 public:
  void Add(double delay_ps, bool can_happen) {
    if (can_happen && !only_possible_) *this = Mean(true);
    if (!can_happen && only_possible_) return;
    sum_ += delay_ps;
    ++count_;
  }
  double value() const { return count_ == 0 ? 0 : sum_ / count_; }

  Mean() = default;

 private:
  explicit Mean(bool only_possible) : only_possible_(only_possible) {}
  bool only_possible_ = false;
  double sum_ = 0;
  int count_ = 0;
};

double InputSlew(const TimingArc& arc, int edge, const RiseFall& slew) {
  if (IsLaunch(arc)) return 0;  // The clock is ideal.
  if (arc.sense == TimingSense::kNonUnate) return std::max(slew.rise, slew.fall);
  return Makes(arc.sense, kRise, edge) ? slew.rise : slew.fall;
}

}  // namespace

std::vector<ArcDelay> ArcDelays(const NetlistInstance& instance, const std::vector<TimingArc>& arcs,
                                const ConstantNets& constants, const std::vector<RiseFall>& slews,
                                const std::vector<RiseFall>& loads) {
  std::map<std::pair<int, int>, std::array<Mean, 2>> means;
  for (const TimingArc& arc : arcs) {
    const int from = instance.nets[arc.related_pin];
    const int to = instance.nets[arc.pin];
    if (!IsDelay(arc) || from < 0 || to < 0) continue;
    const bool can_happen = ActiveSense(arc, instance, constants).has_value();
    for (const int edge : kEdges) {
      const auto& table = DelayTable(arc, edge);
      if (!table) continue;
      const double load = edge == kRise ? loads[to].rise : loads[to].fall;
      means[{arc.related_pin, arc.pin}][edge].Add(
          table->At(InputSlew(arc, edge, slews[from]), load), can_happen);
    }
  }
  std::vector<ArcDelay> delays;
  for (const auto& [pins, mean] : means) {
    delays.push_back({pins.first, pins.second, mean[kRise].value(), mean[kFall].value()});
  }
  return delays;
}

}  // namespace macroscope
