// The figures of five made-up results by rule, which is why it is one file.
#include "tests/report/synthetic_result.h"

#include <initializer_list>
#include <iterator>

#include "sim/sweep/figure.h"

namespace macroscope {
namespace {

struct StageRow {
  const char* name;
  const char* group;
  double logic;
  double registers;
};

std::vector<StageRow> Stages(const std::string& unit, int wide) {
  const double w = wide;
  if (unit == "int_mac") {
    return {{"unpack", "multiply", 7, 0},
            {"multiply", "multiply", 421, 0},
            {"add", "align and add", 104, 0},
            {"accumulate", "normalize and accumulate", 36, 162}};
  }
  if (unit == "kulisch_mac") {
    return {{"unpack", "multiply", 12, 0},
            {"multiply", "multiply", 400 - 60 * w, 84},
            {"align", "align and add", 120 * w, 0},
            {"add", "align and add", 60 + 50 * w, 0},
            {"accumulate", "normalize and accumulate", 36, 130 + 70 * w}};
  }
  return {{"unpack", "multiply", 12, 0},
          {"multiply", "multiply", 300, 96},
          {"align", "align and add", 90 + 200 * w, 0},
          {"add", "align and add", 60 + 80 * w, 70 + 60 * w},
          {"normalize", "normalize and accumulate", 80 + 60 * w, 0},
          {"round", "normalize and accumulate", 110 + 70 * w, 96 * w}};
}

Energy MakeEnergy(double gates, bool is_register) {
  Energy energy;
  energy.internal_fj = 6 * gates;
  energy.switching_fj = 4 * gates;
  energy.clock_fj = is_register ? 3 * gates : 0;
  energy.leakage_fj = 0.125 * gates;
  energy.glitch_fj = is_register ? 0 : 2.5 * gates;
  return energy;
}

void AddTo(Energy& sum, const Energy& part) {
  sum.internal_fj += part.internal_fj;
  sum.switching_fj += part.switching_fj;
  sum.clock_fj += part.clock_fj;
  sum.leakage_fj += part.leakage_fj;
  sum.glitch_fj += part.glitch_fj;
}

void FillEnergy(Cost& cost) {
  cost.energy.emplace();
  for (const StageCost& stage : cost.breakdown) AddTo(*cost.energy, *stage.energy);
  cost.energy_fj = cost.energy->total_fj();
  cost.energy_operations = 4096;
}

Cost MakeCost(const std::string& unit, int wide, bool is_area) {
  const double scale = is_area ? 41.5 : 1;
  Cost cost;
  double total = 0;
  double registers = 0;
  const auto add = [&](const StageRow& row, bool is_register, double gates) {
    if (is_register && gates == 0) return;
    StageCost stage{row.name, is_register, row.group, {}, {}, {}, {}};
    (is_area ? stage.area_um2 : stage.gates) = gates * scale;
    if (is_area) stage.energy = MakeEnergy(gates, is_register);
    cost.breakdown.push_back(stage);
    total += gates * scale;
    if (is_register) registers += gates * scale;
  };
  for (const StageRow& row : Stages(unit, wide)) {
    add(row, false, row.logic);
    add(row, true, row.registers);
  }
  cost.register_bits = static_cast<int>(registers / scale / 6);
  if (is_area) {
    cost.area_um2 = total;
    cost.flat_area_um2 = total * 0.96;
    cost.register_area_um2 = registers;
    cost.delay_ps = 4000 + total / 20;
    FillEnergy(cost);
    cost.provenance = {"synthesis", "osu018", "Yosys 0.23, OpenSTA 2.0.17", "osu018_stdcells.lib",
                       "0123456789abcdef0123456789abcdef01234567"};
    cost.notes = {"delay without wire load"};
  } else {
    cost.gates = total;
    cost.provenance = {"gates", "qualcomm_gates", "", "", ""};
    cost.notes = {"delay is not known: gates are counted, not timed"};
  }
  return cost;
}

// As in cells a smaller and faster technology.
void Shrink(Cost& cost) {
  for (StageCost& stage : cost.breakdown) {
    *stage.area_um2 /= 500;
    for (double Energy::*part : {&Energy::internal_fj, &Energy::switching_fj, &Energy::clock_fj,
                                 &Energy::leakage_fj, &Energy::glitch_fj}) {
      (*stage.energy).*part /= 200;
    }
  }
  *cost.area_um2 /= 500;
  *cost.flat_area_um2 /= 500;
  *cost.register_area_um2 /= 500;
  *cost.delay_ps /= 10;
  FillEnergy(cost);
}

struct Names {
  const char* unit;
  const char* operands;
  const char* accumulator;
  const char* cuts;
  int wide;
};

std::vector<Names> Designs() {
  std::vector<Names> designs = {{"int_mac", "int8", "fixed+12", "0", 1},
                                {"fp_fma", "int8", "fp16", "multiply+add", 2},
                                {"fp_fma", "int8", "fp32", "multiply+add", 4}};
  int wide = 1;
  for (const char* operands : {"fp8_e2m5", "fp8_e3m4", "fp8_e4m3fnuz", "fp8_e5m2fnuz"}) {
    designs.push_back({"kulisch_mac", operands, "fixed+12", "multiply", wide++});
    designs.push_back({"fp_fma", operands, "fp16", "multiply+add", 2});
    designs.push_back({"fp_fma", operands, "fp32", "multiply+add", 4});
  }
  return designs;
}

PointResult MakePoint(const Names& names, bool is_area) {
  PointResult point;
  point.design.unit = names.unit;
  point.design.operands = names.operands;
  point.design.accumulator = names.accumulator;
  point.design.rounding = "ties_to_even";
  point.design.overflow = "infinity";
  point.design.form = "mac";
  point.design.multiplier = "operator";
  point.design.adder = "operator";
  point.design.cuts = names.cuts;
  point.name = std::string(names.unit) + " " + names.operands + " -> " + names.accumulator;
  point.technology = is_area ? "osu018" : "qualcomm_gates";
  point.ok = true;
  point.checks = {{"reference = law", "all pairs, random c, seed 1", 262'144},
                  {"law = rtl", "all pairs, random c, seed 1", 65'536},
                  {"systemc = rtl", "random stalls, seed 1", 20'000}};
  if (is_area) point.checks.push_back({"law = netlist (osu018)", "random, seed 1", 4'096});
  point.cost = MakeCost(names.unit, names.wide, is_area);
  point.is_baseline = point.design.unit == "int_mac";
  point.latency_cycles = 2;
  point.loop_registers = 1;
  return point;
}

PointResult MakeLanesPoint(const char* operands, const char* accumulator, int lanes, int wide) {
  // What is shared counts once, what each lane has for each of them.
  PointResult point = MakePoint({"fp_fma", operands, accumulator, "reduce", wide}, true);
  point.design.unit = "block_dot";
  point.design.lanes = std::to_string(lanes);
  point.design.reduction = "exact";
  point.design.terms = "blocks";
  point.design.alignment = "truncate";
  point.design.join = "joined";
  point.name = std::string("block_dot ") + operands + " -> " + accumulator + ", " +
               point.design.lanes + (lanes == 1 ? " lane" : " lanes");
  Cost& cost = *point.cost;
  const double more = lanes - 1;
  for (StageCost& stage : cost.breakdown) {
    if (stage.stage != "multiply" || stage.is_register) continue;
    const double added = more * *stage.area_um2;
    *stage.area_um2 += added;
    *cost.area_um2 += added;
    stage.energy->internal_fj *= lanes;
    stage.energy->switching_fj *= lanes;
  }
  FillEnergy(cost);
  return point;
}

// And what a MAC costs. The first design is the baseline; points of a design stand together.
void FillRatios(SweepResult& result, std::size_t points_per_design) {
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    PointResult& point = result.points[i];
    point.per_mac = MacCostOf(point.design, point.cost);
    const Cost& baseline = *result.points[i % points_per_design].cost;
    const DesignText& base = result.points[i % points_per_design].design;
    point.ratio = *PerMac(Figure(*point.cost), point.design) / *PerMac(Figure(baseline), base);
    if (point.cost->energy_fj) {
      point.energy_ratio =
          *PerMac(point.cost->energy_fj, point.design) / *PerMac(baseline.energy_fj, base);
    }
  }
}

}  // namespace

SweepResult SyntheticResult() {
  SweepResult result;
  result.title = "Cost of one multiply-accumulate, FP8 against INT8";
  result.file = "configs/sweeps/fp8_vs_int8.yaml";
  result.command = "macroscope sweep configs/sweeps/fp8_vs_int8.yaml";
  result.version = "0.1.0";
  result.workloads = {
      {"", "a, b normal, scale absmax; 4096 operations, dot products of 256, seed 1"}};
  for (const Names& names : Designs()) {
    for (const bool is_area : {false, true}) result.points.push_back(MakePoint(names, is_area));
  }
  FillRatios(result, 2);
  return result;
}

SweepResult SyntheticWorkloads() {
  SweepResult result = SyntheticResult();
  const SweepResult one = result;
  result.points.clear();
  result.workloads.clear();
  const char* names[] = {"normal", "outliers", "zeros"};
  for (const char* name : names) result.workloads.push_back({name, std::string(name) + "; seed 1"});
  for (std::size_t design : {0, 4}) {
    result.points.push_back(one.points[2 * design]);  // Gates are counted once.
    for (std::size_t w = 0; w < std::size(names); ++w) {
      PointResult point = one.points[2 * design + 1];
      point.workload = names[w];
      // Each has half the dynamic energy of the one before; the last has none.
      for (StageCost& stage : point.cost->breakdown) {
        const double part = w == 2 ? 0 : w == 1 ? 0.5 : 1;
        stage.energy->internal_fj *= part;
        stage.energy->switching_fj *= part;
        stage.energy->glitch_fj *= part;
      }
      FillEnergy(*point.cost);
      result.points.push_back(std::move(point));
    }
  }
  FillRatios(result, 4);
  return result;
}

SweepResult SyntheticClocks() {
  SweepResult result = SyntheticResult();
  const SweepResult one = result;
  result.points.clear();
  for (std::size_t i = 1; i < one.points.size(); i += 2) {
    for (const char* technology : {"osu018", "asap7"}) {
      PointResult point = one.points[i];
      point.technology = technology;
      Cost& cost = *point.cost;
      const bool is_small = point.technology == "asap7";
      if (is_small) Shrink(cost);
      cost.clock_period_ps = is_small ? 1000 : 8000;
      cost.slack_ps = *cost.clock_period_ps - *cost.delay_ps;
      cost.effort = *cost.slack_ps < 0 ? "speed" : "area";
      if (*cost.slack_ps < 0) cost.notes.push_back("THE CLOCK IS NOT MET");
      result.points.push_back(std::move(point));
    }
  }
  FillRatios(result, 2);
  return result;
}

SweepResult SyntheticLanes() {
  SweepResult result = SyntheticResult();
  result.points.clear();
  for (const int lanes : {1, 4, 16}) {
    for (const char* operands : {"int8", "fp8_e4m3"}) {
      const int wide = operands[0] == 'i' ? 1 : 2;
      result.points.push_back(MakeLanesPoint(operands, "fp16", lanes, wide));
      result.points.push_back(MakeLanesPoint(operands, "fp32", lanes, wide + 1));
    }
  }
  result.points.push_back(MakeLanesPoint("mxfp4", "fp32", 16, 1));
  result.points[0].is_baseline = true;
  FillRatios(result, 1);
  return result;
}

SweepResult SyntheticResultWithFailures() {
  SweepResult result = SyntheticResult();
  for (const std::size_t index : {6, 7, 9}) {
    PointResult& point = result.points[index];
    point.ok = false;
    point.cost.reset();
    point.per_mac.reset();
    point.ratio.reset();
    point.energy_ratio.reset();
    point.error = index == 9 ? "yosys failed with exit code 1"
                             : "law = rtl: 3 of 65,536 differ, first in stage align <u_align>";
  }
  return result;
}

}  // namespace macroscope
