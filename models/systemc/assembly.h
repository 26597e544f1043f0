// Chains a unit's stages into its operation form or its mac form.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/systemc/loop_entry.h"
#include "models/systemc/stage.h"
#include "models/systemc/systemc_unit.h"

namespace macroscope {

template <typename Laws>
class Assembly final : public SystemcUnit {
 public:
  SC_HAS_PROCESS(Assembly);
  Assembly(const sc_core::sc_module_name& name, const Unit& unit)
      : SystemcUnit(name), unit_(unit), laws_(unit.design()) {
    const bool mac = unit.design().form == Form::kMac;
    const auto count = static_cast<int>(unit.stages().size());
    links_.resize(static_cast<std::size_t>(count) + 1);
    for (auto& link : links_) link = std::make_unique<Link>();

    for (int i = 0; i < count; ++i) {
      const bool last = i + 1 == count;
      const bool cut = (unit.design().structure.cuts >> i & 1) != 0 || (mac && last);
      stages_.push_back(std::make_unique<Stage<Laws>>(unit.stages()[i].name.c_str(), laws_, cut));
      Stage<Laws>& stage = *stages_.back();
      stage.clk_i(clk_i);
      stage.rst_ni(rst_ni);
      const bool in_loop = mac && i >= unit.loop_start();
      const bool enters = mac && i == unit.loop_start();
      stage.valid_i(enters ? always_ : links_[i]->valid);
      stage.ready_o(enters ? unused_ready_ : links_[i]->ready);
      stage.data_i(enters ? entered_ : links_[i]->data);
      stage.valid_o(links_[i + 1]->valid);
      // In the loop every register turns at once.
      stage.ready_i(in_loop ? turn_ : last ? ready_in_ : links_[i + 1]->ready);
      stage.data_o(links_[i + 1]->data);
    }
    if (mac) {
      entry_ = std::make_unique<LoopEntry<Laws>>("loop_entry", laws_);
      entry_->valid_i(links_[unit.loop_start()]->valid);
      entry_->data_i(links_[unit.loop_start()]->data);
      entry_->filled_i(links_.back()->valid);
      entry_->accumulator_i(links_.back()->data);
      entry_->data_o(entered_);
      always_.write(true);
      SC_METHOD(Turn);
      sensitive << ready_i << links_.back()->valid << links_.back()->data;
    }
    SC_METHOD(Enter);
    sensitive << valid_i << clear_i << a_i << b_i << c_i << r_i << ready_i;
    SC_METHOD(Leave);
    sensitive << links_.front()->ready << links_.back()->valid << links_.back()->data;
  }

  Bits StageOutput(int index) const override {
    return PackOutputs(laws_, stages_[index]->output(), unit_.stages()[index].output_bits());
  }
  bool StageValid(int index) const override {
    const bool in_loop = mac() && index >= unit_.loop_start();
    const Stage<Laws>& stage = *stages_[index];
    return stage.input_valid() && (!in_loop || stage.input_active());
  }

 private:
  struct Link {
    sc_core::sc_signal<bool> valid, ready;
    sc_core::sc_signal<Beat<Laws>> data;
  };

  bool mac() const { return unit_.design().form == Form::kMac; }

  void Enter() {
    Beat<Laws> beat;
    beat.payload =
        CodesAt<CodesOf<Laws>>(a_i.read().limb.data(), b_i.read().limb.data(), 0, unit_.limbs());
    beat.clear = clear_i.read();
    if (!mac()) {
      beat.beside.c = WordFromLimbs<typename Laws::Word>(c_i.read().limb.data(), unit_.c_limbs());
    }
    beat.beside.r = r_i.read();
    links_.front()->data.write(beat);
    links_.front()->valid.write(valid_i.read());
    ready_in_.write(ready_i.read());
  }
  // The loop turns in every cycle but those in which a result waits to be taken.
  void Turn() {
    const bool turn = ready_i.read() || !ResultValid();
    turn_.write(turn);
    links_[unit_.loop_start()]->ready.write(turn);
  }
  void Leave() {
    ready_o.write(links_.front()->ready.read());
    valid_o.write(ResultValid());
    std::visit(
        [&](const auto& out) {
          if constexpr (requires { Laws::Value(out); }) {
            Bits z;
            WordToLimbs(Laws::Value(out), z.limb.data(), unit_.z_limbs());
            z_o.write(z);
            flags_o.write(FlagsOf(out));
          }
        },
        links_.back()->data.read().payload);
  }
  bool ResultValid() const {
    const Link& out = *links_.back();
    return out.valid.read() && (!mac() || out.data.read().active);
  }

  const Unit& unit_;
  const Laws laws_;
  std::vector<std::unique_ptr<Link>> links_;  // links_[i] goes into stage i.
  std::vector<std::unique_ptr<Stage<Laws>>> stages_;
  std::unique_ptr<LoopEntry<Laws>> entry_;
  sc_core::sc_signal<Beat<Laws>> entered_;
  sc_core::sc_signal<bool> ready_in_, turn_, always_, unused_ready_;
};

// The assembly whose laws compute in the narrowest word that the unit needs.
template <template <typename> class Laws>
std::unique_ptr<SystemcUnit> Assemble(const sc_core::sc_module_name& name, const Unit& unit) {
  return WithWord<Laws>(unit.arithmetic_bits(), [&]<typename Word>(std::type_identity<Word>) {
    return std::unique_ptr<SystemcUnit>(std::make_unique<Assembly<Laws<Word>>>(name, unit));
  });
}

}  // namespace macroscope
