#include "models/common/log_frame.h"

#include <cmath>
#include <cstdio>

#include "models/common/table_source.h"

namespace macroscope {
namespace {

std::string Digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6f", value);
  return text;
}

// A table that is not there has one entry, so that the module is.
void AddTable(const LookupTable& table, const std::string& name, const std::string& purpose,
              UnitFrame& frame) {
  LookupTable copy = table;
  if (copy.entries.empty()) copy = {.index_bits = 1, .entry_bits = 1, .entries = {0}};
  frame.rtl_generated.push_back(TableSource(copy, name, purpose));
}

std::uint32_t Word(std::int64_t value) { return static_cast<std::uint32_t>(value); }

// The tables of a stage that not every method has; without them it is wires.
void AddCotransformation(const Cotransformation& split, UnitFrame& frame) {
  RtlParameters& parameters = frame.rtl_parameters;
  const bool splits = split.split_bits > 0;
  parameters.emplace_back("SplitBits", Word(split.split_bits));
  parameters.emplace_back("LowBits", splits ? Word(split.low_bits) : 1);
  parameters.emplace_back("HighEntryBits", splits ? Word(split.high.entry_bits) : 1);
  parameters.emplace_back("LowEntryBits", splits ? Word(split.low.entry_bits) : 1);
  if (!splits) return;
  AddTable(split.high, "log_cotransform_high", "-log2(1 - 2^-d) in steps, by d's upper bits.",
           frame);
  AddTable(split.low, "log_cotransform_low", "-log2(1 - 2^-d) in steps, by d's lower bits.", frame);
  frame.facts.emplace_back("co-transformed distances",
                           "below " + std::to_string(std::uint64_t{1} << split.split_bits));
  frame.facts.emplace_back("their upper bits' table", SizeText(split.high));
  frame.facts.emplace_back("their lower bits' table", SizeText(split.low));
}

void AddTables(const GaussianTable& table, const std::string& prefix, const std::string& name,
               const std::string& purpose, bool is_bipartite, UnitFrame& frame) {
  const LookupTable& slope = table.slope;
  RtlParameters& parameters = frame.rtl_parameters;
  parameters.emplace_back(prefix + "IndexBits", Word(table.base.index_bits));
  parameters.emplace_back(prefix + "Bits", Word(table.base.entry_bits));
  parameters.emplace_back(prefix + "SlopeIndexBits",
                          slope.entries.empty() ? 1 : Word(slope.index_bits));
  parameters.emplace_back(prefix + "SlopeBits", slope.entries.empty() ? 1 : Word(slope.entry_bits));
  AddTable(table.base, "log_" + name + "_base", purpose + ", where each segment begins.", frame);
  AddTable(slope, "log_" + name + "_slope",
           purpose + (is_bipartite ? ", how far it falls to a distance."
                                   : ", how far it falls over a segment."),
           frame);
  if (!table.base.entries.empty()) {
    frame.facts.emplace_back("table of " + name + "s", SizeText(table.base));
  }
  if (!slope.entries.empty()) {
    frame.facts.emplace_back((is_bipartite ? "falls of " : "slopes of ") + name + "s",
                             SizeText(slope));
  }
}

}  // namespace

std::vector<StageShape> LinearSumStages(const std::string& unit, bool reads_back) {
  std::vector<StageShape> stages = {
      StageOf("unpack", unit + "_unpack", kGroupMultiply, kGroupMultiply),
      StageOf("multiply", "log_multiply", kGroupMultiply, kGroupAlignAdd),
      StageOf("linear", "log_linear", kGroupMultiply, kGroupAlignAdd),
      StageOf("align", "log_align", kGroupAlignAdd, kGroupAlignAdd),
      StageOf("add", "fixed_add", kGroupAlignAdd, kGroupAlignAdd),
      StageOf("accumulate", "fixed_accumulate", kGroupNormalizeAccumulate,
              kGroupNormalizeAccumulate)};
  if (reads_back) {
    stages.push_back(
        StageOf("read", unit + "_read", kGroupNormalizeAccumulate, kGroupNormalizeAccumulate));
  }
  return stages;
}

void AddLogSumStages(const LogSumShape& shape, std::vector<StageShape>& stages) {
  if (shape.is_cotransformed()) {
    stages.push_back(StageOf("cotransform", "log_cotransform", kGroupAlignAdd, kGroupAlignAdd));
  }
  stages.push_back(StageOf("lookup", "log_lookup", kGroupAlignAdd, kGroupNormalizeAccumulate));
  stages.push_back(StageOf("refine", "log_refine", kGroupAlignAdd, kGroupNormalizeAccumulate));
  stages.push_back(
      StageOf("round", "log_round", kGroupNormalizeAccumulate, kGroupNormalizeAccumulate));
}

void AddLogCodeParameters(const std::string& prefix, const Format& format, RtlParameters& out) {
  out.emplace_back(prefix + "LogarithmBits", Word(format.log.logarithm_bits));
  out.emplace_back(prefix + "TwosComplement", format.log.is_twos_complement ? 1 : 0);
  out.emplace_back(prefix + "Bias", Word(format.log.bias));
  out.emplace_back(prefix + "Zero", Word(static_cast<int>(format.log.zero)));
  out.emplace_back(prefix + "HasSign", format.has_sign ? 1 : 0);
}

void AddLogParameters(const std::string& prefix, const Format& format, RtlParameters& out) {
  AddLogCodeParameters(prefix, format, out);
  out.emplace_back(prefix + "LogBits", Word(LogBits(format)));
}

void AddLogSum(const LogSumShape& shape, UnitFrame& frame) {
  static const GaussianTables none;
  const GaussianTables& tables = shape.is_mitchell ? none : *shape.tables;
  RtlParameters& parameters = frame.rtl_parameters;
  parameters.emplace_back("Mitchell", shape.is_mitchell ? 1 : 0);
  parameters.emplace_back("FractionBits", Word(shape.fraction_bits));
  parameters.emplace_back("GuardBits", Word(shape.guard_bits));
  parameters.emplace_back("DistanceBits", Word(shape.distance_bits));
  parameters.emplace_back("MantissaBits", Word(tables.mantissa_bits));
  parameters.emplace_back("GroupBits", Word(tables.group_bits));
  parameters.emplace_back("FallBits", Word(tables.fall_bits));
  AddCotransformation(tables.cotransformation, frame);
  if (shape.is_mitchell) {
    for (const char* prefix : {"Sum", "Difference"}) {
      for (const char* suffix : {"IndexBits", "Bits", "SlopeIndexBits", "SlopeBits"}) {
        parameters.emplace_back(std::string(prefix) + suffix, 1);
      }
    }
    for (const char* name : {"sum_base", "sum_slope", "difference_base", "difference_slope"}) {
      AddTable({}, std::string("log_") + name, "No table.", frame);
    }
    frame.facts.emplace_back("tables", "none");
  } else {
    AddTables(tables.sum, "Sum", "sum", "log2(1 + 2^-d) in steps", shape.is_bipartite(), frame);
    AddTables(tables.difference, "Difference", "difference", "-log2(1 - 2^-d) in steps",
              shape.is_bipartite(), frame);
    frame.facts.emplace_back("bits of all tables", std::to_string(tables.bits()));
  }
  frame.facts.emplace_back("worst error of sums (ulp)", Digits(shape.worst_sum));
  frame.facts.emplace_back("worst error of differences (ulp)", Digits(shape.worst_difference));
  // The reference's own result is at most half a step off, and whole steps lie between the two.
  const double worst = std::max(shape.worst_sum, shape.worst_difference);
  const bool is_nearest = !shape.is_mitchell && worst < 0.5;
  frame.tolerance_steps = is_nearest ? 0 : static_cast<int>(std::floor(worst + 0.5));
}

void AddLinearTable(const LinearTable& table, UnitFrame& frame) {
  RtlParameters& parameters = frame.rtl_parameters;
  parameters.emplace_back("IndexBits", Word(table.index_bits));
  parameters.emplace_back("TableBits", Word(table.table_bits));
  parameters.emplace_back("EntryBits", Word(table.entries->entry_bits));
  parameters.emplace_back("EntryOctaveBits", Word(table.octave_bits));
  parameters.emplace_back("SignificandBits", Word(table.significand_bits));
  AddTable(*table.entries, "log_linear_table", "A significand's fraction by a logarithm's.", frame);
  frame.facts.emplace_back("table from logarithms to linear numbers",
                           table.index_bits > 0 ? SizeText(*table.entries) : "none");
}

}  // namespace macroscope
