#include "tests/report/synthetic_result.h"

#include <initializer_list>

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

Cost MakeCost(const std::string& unit, int wide, bool is_area) {
  const double scale = is_area ? 41.5 : 1;
  Cost cost;
  double total = 0;
  double registers = 0;
  const auto add = [&](const StageRow& row, bool is_register, double gates) {
    if (is_register && gates == 0) return;
    StageCost stage{row.name, is_register, row.group, {}, {}, {}};
    (is_area ? stage.area_um2 : stage.gates) = gates * scale;
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
  point.design = {names.unit, names.operands, names.accumulator, "ties_to_even", "infinity",
                  "mac",      "operator",     "operator",        names.cuts};
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

}  // namespace

SweepResult SyntheticResult() {
  SweepResult result;
  result.title = "Cost of one multiply-accumulate, FP8 against INT8";
  result.file = "configs/sweeps/fp8_vs_int8.yaml";
  result.version = "0.1.0";
  for (const Names& names : Designs()) {
    for (const bool is_area : {false, true}) result.points.push_back(MakePoint(names, is_area));
  }
  for (PointResult& point : result.points) {
    const Cost& baseline = *result.points[point.technology == "osu018" ? 1 : 0].cost;
    point.ratio = point.cost->area_um2 ? *point.cost->area_um2 / *baseline.area_um2
                                       : *point.cost->gates / *baseline.gates;
  }
  return result;
}

SweepResult SyntheticResultWithFailures() {
  SweepResult result = SyntheticResult();
  for (const std::size_t index : {6, 7, 9}) {
    PointResult& point = result.points[index];
    point.ok = false;
    point.cost.reset();
    point.ratio.reset();
    point.error = index == 9 ? "yosys failed with exit code 1"
                             : "law = rtl: 3 of 65,536 differ, first in stage align <u_align>";
  }
  return result;
}

}  // namespace macroscope
