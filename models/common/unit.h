// What tools need to know of a unit without knowing which one it is. One implementation a unit
// (models/<unit>/<unit>_unit.cc) ties the shape and the laws to this interface.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "models/common/bits.h"
#include "models/common/operation.h"
#include "models/design/design.h"
#include "models/design/flags.h"

namespace macroscope {

// One output of a stage; the RTL port is `name`_o.
struct Field {
  std::string name;
  int width_bits = 0;
};

struct StageShape {
  std::string name;  // "multiply"; RTL module <unit>_<name> or a common one; instance u_<name>
  std::string rtl_module;      // "fp_fma_multiply"
  std::string group;           // The published breakdown's bar that the logic belongs to.
  std::string register_group;  // And the one of a register after this stage.
  std::vector<Field>
      outputs;  // In the order of the concatenation <name>_d, most significant first.
  int output_bits() const;
};

// One without its outputs, which the laws know.
inline StageShape StageOf(std::string name, std::string rtl_module, std::string group,
                          std::string register_group) {
  return {std::move(name), std::move(rtl_module), std::move(group), std::move(register_group), {}};
}

// The bars of van Baalen et al. 2023, Fig. 3.
inline constexpr const char* kGroupMultiply = "multiply";
inline constexpr const char* kGroupAlignAdd = "align and add";
inline constexpr const char* kGroupNormalizeAccumulate = "normalize and accumulate";

// A module that is made for the design: its file's name, and its text.
struct GeneratedSource {
  std::string name;
  std::string text;
};

// How to build the RTL: files in compile order, relative to rtl/, modules made for the design, and
// the top's parameters.
struct RtlDescription {
  std::string top;
  std::vector<std::string> sources;
  std::vector<GeneratedSource> generated;
  std::vector<std::pair<std::string, std::uint32_t>> parameters;
};

// What a unit states of itself beside its laws.
struct UnitFrame {
  std::vector<StageShape> stages;  // Without their outputs.
  int loop_start = 0;              // Index of the first stage that sees c.
  int arithmetic_bits = 0;         // The widest value that a law computes, with its carry.
  std::string top;                 // RTL top of the operation form; the mac form's is <top>_mac.
  std::vector<std::string> rtl_sources;  // In compile order, relative to rtl/, without the tops.
  std::vector<std::pair<std::string, std::uint32_t>> rtl_parameters;  // But Cuts.
  std::vector<GeneratedSource> rtl_generated = {};                    // Its tables, if any.
  std::string rtl_folder = {};                                        // Of the tops, if not `top`.
  std::vector<std::pair<std::string, std::string>> facts = {};        // Unit::facts().
  int tolerance_steps = 0;                                            // Unit::tolerance_steps().
};

class Unit {
 public:
  virtual ~Unit() = default;

  const Design& design() const { return design_; }
  // Of the codes; 0 for an operand that the design does not have.
  int a_bits() const { return OperandABits(design_); }
  int b_bits() const { return OperandBBits(design_); }
  int c_bits() const { return HasC(design_) ? z_bits_ : 0; }
  int r_bits() const { return RoundingOperandBits(design_); }
  // Of the result: the accumulator's code, in a MAC with a fixed-point one topped by its flag bits.
  int z_bits() const { return z_bits_; }
  bool has_flags() const { return design_.flags == FlagOutput::kOn; }
  // 64-bit limbs of one code; 1 where there is none.
  int a_limbs() const { return LimbsFor(a_bits()); }
  int b_limbs() const { return LimbsFor(b_bits()); }
  int c_limbs() const { return LimbsFor(c_bits()); }
  int z_limbs() const { return LimbsFor(z_bits_); }
  // Of the operands together, as Operands has them.
  OperandLimbs limbs() const {
    return {static_cast<std::size_t>(a_limbs()), static_cast<std::size_t>(b_limbs()),
            static_cast<std::size_t>(c_limbs())};
  }
  const std::vector<StageShape>& stages() const { return frame_.stages; }
  // Index of the first stage that sees c: the mac form's loop begins there.
  int loop_start() const { return frame_.loop_start; }
  // The widest value that a law computes: what the laws' word must hold.
  int arithmetic_bits() const { return frame_.arithmetic_bits; }
  // Registers in the mac form's loop: its cuts at or after loop_start, and the accumulator.
  int loop_registers() const;
  // Operations until a result: registers on the way from a and b to z.
  int latency_cycles() const;

  RtlDescription rtl() const;  // For design().form.

  // What there is to say of the design beside its stages: the sizes of its tables, its worst error.
  const std::vector<std::pair<std::string, std::string>>& facts() const { return frame_.facts; }
  // How many steps of its format a result may be off the reference's: 0 but for units that
  // approximate, whose own laws say which of them it is.
  int tolerance_steps() const { return frame_.tolerance_steps; }

  // z by the laws, stage after stage; z_limbs() limbs an operation. `flags`, if not empty, receives
  // the exception flags (0 where the design has none).
  virtual void Evaluate(const Operands& in, std::span<std::uint64_t> z,
                        std::span<std::uint8_t> flags = {}) const = 0;

  // The same for one operation, keeping what each stage gives: element i is stages()[i]'s outputs,
  // packed as in StageShape::outputs. The last is z, above its flags where the design has them.
  virtual std::vector<Bits> Trace(const Operation& in) const = 0;

 protected:
  Unit(Design design, UnitFrame frame) : design_(std::move(design)), frame_(std::move(frame)) {}

  Design design_;
  UnitFrame frame_;  // Its stages with their outputs, once the laws have told them.
  int z_bits_ = 0;
};

// The unit of a design that ParseDesign accepted.
std::unique_ptr<Unit> MakeUnit(const Design& design);

// The operands that the design has: "a 7f, b 01, c 0000, r 3".
std::string Describe(const Unit& unit, const Operation& operation);

// The meaning of the stage outputs in `packed`: "sign 0, exponent 12, significand 1f8"; "-" for one
// that lies beyond kMaxBits.
std::string Describe(const StageShape& stage, const Bits& packed);

}  // namespace macroscope
