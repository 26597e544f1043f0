#include "sim/sweep/keys.h"

#include <fmt/format.h>

#include <map>

#include "sim/base/paths.h"
#include "sim/base/process.h"
#include "sim/config/design_keys.h"
#include "sim/cosim/verilator_runtime.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// A sweep asks for the same few files again and again.
const std::string& HashOnce(const fs::path& file) {
  static std::map<fs::path, std::string> known;
  std::string& hash = known[file];
  if (hash.empty()) hash = HashFile(file);
  return hash;
}

// What the alternatives to integers and floating formats are made of.
std::string AlternativeIdentity(const Format& format) {
  const LogLayout& log = format.log;
  const LogPositTables& tables = format.log_posit;
  const DoubleBaseLayout& double_base = format.double_base;
  return fmt::format(" {} {} | {} {} {} {} {} | {} {} {} | {} {}", format.posit.width_bits,
                     format.posit.exponent_bits, log.logarithm_bits, log.steps_per_octave, log.bias,
                     log.is_twos_complement, static_cast<int>(log.zero), tables.product_bits,
                     tables.readback_bits, tables.logarithm_bits, double_base.two_bits,
                     double_base.three_bits);
}

std::string FormatIdentity(const Format& format) {
  std::string identity = fmt::format(
      "{} {} {} {} {} {} {} {} {} {} {} {}", format.name, static_cast<int>(format.family),
      static_cast<int>(format.encoding), format.integer_width_bits, format.point_bits,
      format.has_sign, format.exponent_bits, format.fraction_bits, format.bias,
      static_cast<int>(format.specials), format.has_subnormals, format.has_zero);
  if (format.is_alternative()) identity += AlternativeIdentity(format);
  return identity;
}

// The format of a codebook's values is the design's; its codes are the operand's own.
std::string CodebookIdentity(const Format& element) {
  if (!element.is_codebook()) return "";
  const Codebook& codebook = element.codebook;
  return fmt::format("{} {} {:a} {:a} | ", element.name, codebook.has_sign,
                     fmt::join(codebook.values, " "), fmt::join(codebook.thresholds, " "));
}

std::string BlockIdentity(const LaneOperand& operand) {
  const std::string codebook = CodebookIdentity(operand.block.element);
  if (!operand.is_block()) return codebook;
  const BlockFormat& block = operand.block;
  return codebook + fmt::format("{} {} {} {} {} {}", block.name, block.block_elements,
                                FormatIdentity(block.scale), block.scale_is_exponent,
                                block.sub_block_elements, block.sub_exponent_bits);
}

void AddRtl(Design design, KeyBuilder& key) {
  for (const Form form : {Form::kOperation, Form::kMac}) {
    if (form == Form::kMac && !HasC(design)) continue;
    design.form = form;
    const RtlDescription rtl = MakeUnit(design)->rtl();
    for (const GeneratedSource& source : rtl.generated) key.Add(source.name, source.text);
    for (const std::string& source : rtl.sources) {
      key.Add(source, HashOnce(RtlFolder() / source));
    }
  }
}

KeyBuilder StartKey(const Design& design, const CheckExtent& extent) {
  KeyBuilder key;
  key.Add("binary", HashOnce("/proc/self/exe"));
  key.Add("design", DesignIdentity(design));
  key.Add("extent", extent.Text());
  AddRtl(design, key);
  for (const char* tool : {kVerilator, "g++"}) key.Add(tool, ToolVersion(tool));
  return key;
}

std::string Text(std::optional<double> value) { return value ? fmt::format("{}", *value) : ""; }

void AddTechnology(const Technology& technology, KeyBuilder& key) {
  key.Add("technology", technology.name).Add("model", technology.model);
  if (!technology.file.empty()) key.Add("definition", HashOnce(technology.file));
  for (const std::string& cell : technology.dont_use) key.Add("dont_use", cell);
  for (const std::string& effort : EffortsToTry(technology)) key.Add("effort", effort);
  key.Add("nand2", Text(technology.nand2_area_um2)).Add("supply", Text(technology.supply_v));
  key.Add("clock", Text(technology.clock_period_ps)).Add("corner", technology.corner);
  key.Add("wire", fmt::format("{} {}", technology.wire.per_net_ff, technology.wire.per_fanout_ff));
  if (technology.liberty.empty()) return;
  for (const std::string& file : technology.liberty) {
    key.Add("liberty", HashOnce(file));
    key.Add("liberty file", fs::path(file).filename().string());
  }
  key.Add("yosys", ToolVersion("yosys"));
}

void AddOperand(const Operand& operand, KeyBuilder& key) {
  const Scale& scale = operand.scale;
  key.Add("operand",
          fmt::format("{} {} {} | {} {} | {} | {} {} {} {} | {} {} | {} {}", operand.distribution,
                      operand.degrees_of_freedom, operand.sigma, operand.outliers.fraction,
                      operand.outliers.scale, operand.sparsity, static_cast<int>(scale.rule),
                      scale.percentile, scale.value, scale.block, Name(operand.scale_rule),
                      operand.saturates, operand.tensors.values, operand.tensors.drift));
  if (operand.tensor.empty()) return;
  key.Add("tensor", HashOnce(operand.tensor));
  key.Add("tensor file", fs::path(operand.tensor).filename().string());
}

void AddWorkload(const Workload& workload, KeyBuilder& key) {
  AddOperand(workload.weights, key);
  AddOperand(workload.activations, key);
  key.Add("stream", fmt::format("{} {} {} {}", workload.name, workload.length, workload.seed,
                                workload.dot_length));
}

}  // namespace

std::string DesignIdentity(const Design& design) {
  const DesignText text = ToText(design);
  std::string identity =
      fmt::format("{} | {} | {} | {} {} {}", FormatIdentity(design.a), FormatIdentity(design.b),
                  FormatIdentity(design.accumulator.format), design.accumulator.is_fixed,
                  design.accumulator.guard_bits, design.accumulator.width_bits);
  if (design.dot.lanes > 0) {
    identity += fmt::format(" | {} | {}", BlockIdentity(design.dot.a), BlockIdentity(design.dot.b));
  }
  if (design.quantize.z.lanes > 0) identity += " | " + BlockIdentity(design.quantize.z);
  for (const auto& key : DesignKeys()) identity += fmt::format(" | {}", text.*key.field);
  return identity;
}

std::string DesignKey(const Design& design, const CheckExtent& extent) {
  return StartKey(design, extent).Hash();
}

std::string PointKey(const Design& design, const CheckExtent& extent, const Technology& technology,
                     const std::optional<Workload>& workload) {
  KeyBuilder key = StartKey(design, extent);
  AddTechnology(technology, key);
  if (workload) AddWorkload(*workload, key);
  return key.Hash();
}

}  // namespace macroscope
