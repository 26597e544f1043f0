#include "sim/cost/gates_model.h"

#include "sim/cost/gate_costs.h"
#include "sim/cost/gates_rows.h"

namespace macroscope {
namespace {

const std::vector<std::string>& Notes() {
  static const std::vector<std::string> notes = {
      "gates: counts of van Baalen et al. 2023, Appendix B (2-input gates), from the design's "
      "shape; "
      "multiplier and adder architecture do not enter.",
      "gates: the leading-zero detector (a tree of OR2 and MUX2), the exponent comparison (the "
      "subtraction's sign) and the sort (MUX2 a bit) are not in Appendix B and are built from its "
      "gates: the published bars contain them but do not say how.",
      "gates: unpacking, special values, valid/ready and register enables are not counted, as in "
      "the "
      "paper; registers after multiply and add have the paper's widths.",
      "area_um2 and delay_ps: a gate count has neither.",
      "energy_fj: needs the operands' activity, which a gate count does not see."};
  return notes;
}

}  // namespace

Cost EstimateGates(const Design& design) {
  if (design.unit != UnitKind::kFpFma && design.unit != UnitKind::kIntMac &&
      design.unit != UnitKind::kKulischMac) {
    Cost cost;
    cost.provenance.model = "gates";
    cost.notes = {
        "gates: Appendix B of van Baalen et al. 2023 counts multiply-accumulate units; it "
        "has no count for " +
        std::string(Name(design.unit)) + "."};
    return cost;
  }
  const GatesTable table =
      design.unit == UnitKind::kFpFma ? FloatingGates(design) : FixedGates(design);
  Cost cost;
  double total = 0;
  int register_bits = 0;
  const auto add_register = [&](const std::string& stage, const std::string& group, int bits) {
    cost.breakdown.push_back({.stage = stage,
                              .is_register = true,
                              .group = group,
                              .gates = gate_costs::Register(bits),
                              .area_um2 = std::nullopt,
                              .delay_ps = std::nullopt,
                              .energy = std::nullopt});
    total += gate_costs::Register(bits);
    register_bits += bits;
  };
  const std::vector<std::string>& names = StageNames(design);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const GatesRow& row = table.rows.at(names[i]);
    cost.breakdown.push_back({.stage = names[i],
                              .is_register = false,
                              .group = row.group,
                              .gates = row.gates,
                              .area_um2 = std::nullopt,
                              .delay_ps = std::nullopt,
                              .energy = std::nullopt});
    total += row.gates.value_or(0);
    if ((design.structure.cuts >> i & 1) != 0) {
      add_register(names[i], row.register_group, row.register_bits);
    }
  }
  if (design.form == Form::kMac) {
    add_register("accumulator", kGroupNormalizeAccumulate, table.accumulator_bits);
  }
  cost.gates = total;
  cost.register_bits = register_bits;
  cost.provenance.model = "gates";
  cost.notes = Notes();
  return cost;
}

Cost GatesModel::Estimate(const Unit& unit) {
  Cost cost = EstimateGates(unit.design());
  cost.provenance.technology = technology_.name;
  return cost;
}

}  // namespace macroscope
