#include "sim/cosim/lockstep_trace.h"

#include "sim/base/build_error.h"
#include "sim/base/files.h"

namespace macroscope {
namespace {

void Copy(const Bits& from, sc_dt::sc_bv_base& to) {
  for (int word = 0; word < to.size(); ++word) {
    to.set_word(word, static_cast<sc_dt::sc_digit>(from.limb[static_cast<std::size_t>(word / 2)] >>
                                                   (word % 2 * 32)));
  }
  to.clean_tail();
}

}  // namespace

LockstepTrace::LockstepTrace(const std::string& file, const Unit& unit,
                             const LockstepInputs& inputs, const LockstepSide& model,
                             const LockstepSide& rtl)
    : unit_(unit) {
  WriteFile(file, "");  // SystemC only prints, and goes on without waves.
  const std::string stem = file.substr(0, file.rfind(".vcd"));
  file_ = sc_core::sc_create_vcd_trace_file(stem.c_str());
  file_->set_time_unit(1, sc_core::SC_NS);
  sc_trace(file_, inputs.clk, "inputs.clk_i");
  sc_trace(file_, inputs.rst_n, "inputs.rst_ni");
  sc_trace(file_, inputs.valid, "inputs.valid_i");
  sc_trace(file_, inputs.ready, "inputs.ready_i");
  a_ = Word(unit.a_bits(), "inputs.a_i");
  const bool is_mac = unit.design().form == Form::kMac;
  if (unit.b_bits() > 0) b_ = Word(unit.b_bits(), "inputs.b_i");
  if (is_mac) sc_trace(file_, inputs.clear, "inputs.clear_i");
  if (unit.c_bits() > 0 && !is_mac) c_ = Word(unit.c_bits(), "inputs.c_i");
  if (unit.r_bits() > 0) r_ = Word(unit.r_bits(), "inputs.rounding_i");
  AddSide(model);
  AddSide(rtl);
}

LockstepTrace::~LockstepTrace() { sc_core::sc_close_vcd_trace_file(file_); }

std::unique_ptr<sc_dt::sc_bv_base> LockstepTrace::Word(int width_bits, const std::string& name) {
  auto word = std::make_unique<sc_dt::sc_bv_base>(width_bits);
  sc_trace(file_, *word, name);
  return word;
}

void LockstepTrace::AddSide(const LockstepSide& side) {
  Side traced{.side = &side, .z = nullptr, .flags = nullptr, .stages = {}, .stage_valids = nullptr};
  sc_trace(file_, side.ready, side.name + ".ready_o");
  sc_trace(file_, side.valid, side.name + ".valid_o");
  traced.z = Word(unit_.z_bits(), side.name + ".z_o");
  if (unit_.has_flags()) traced.flags = Word(kFlagBits, side.name + ".flags_o");
  traced.stage_valids = std::make_unique<bool[]>(unit_.stages().size());
  for (std::size_t i = 0; i < unit_.stages().size(); ++i) {
    const StageShape& stage = unit_.stages()[i];
    sc_trace(file_, traced.stage_valids[i], side.name + "." + stage.name + "_valid");
    traced.stages.push_back(
        Word(std::min(stage.output_bits(), kMaxBits), side.name + "." + stage.name + "_d"));
  }
  sides_.push_back(std::move(traced));
}

void LockstepTrace::Sample(const PortsIn& in) {
  Copy(in.a, *a_);
  if (b_) Copy(in.b, *b_);
  if (c_) Copy(in.c, *c_);
  if (r_) Copy(in.r, *r_);
  for (Side& traced : sides_) {
    Copy(traced.side->z.read(), *traced.z);
    if (traced.flags) Copy(std::uint64_t{traced.side->flags.read()}, *traced.flags);
    for (std::size_t i = 0; i < traced.stages.size(); ++i) {
      const int stage = static_cast<int>(i);
      traced.stage_valids[i] = traced.side->stage_valid(stage);
      Copy(traced.side->stage_output(stage), *traced.stages[i]);
    }
  }
}

}  // namespace macroscope
