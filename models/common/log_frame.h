// What units with logarithms tell of their tables: RTL parameters, generated modules, facts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/common/log_sum_shape.h"
#include "models/common/rtl_parameters.h"
#include "models/common/unit.h"
#include "models/tables/linear_table.h"

namespace macroscope {

// The stages of LinearSumLaws: `unit` has its own unpack, and its own read of a code.
std::vector<StageShape> LinearSumStages(const std::string& unit, bool reads_back);

// <prefix>LogarithmBits, ..., of a logarithmic format's codes (rtl/common/log_round.sv).
void AddLogCodeParameters(const std::string& prefix, const Format& format, RtlParameters& out);

// The same and <prefix>LogBits, of an operand (rtl/common/log_operand.sv).
void AddLogParameters(const std::string& prefix, const Format& format, RtlParameters& out);

// The stages of a sum of logarithms from the lookup of its tables on, or from the co-transformation
// before it if the method has one.
void AddLogSumStages(const LogSumShape& shape, std::vector<StageShape>& stages);

// The tables of a sum, with its parameters, facts and tolerance.
void AddLogSum(const LogSumShape& shape, UnitFrame& frame);

// "log_linear_table", with TableBits, EntryBits and so on (rtl/common/log_linear.sv).
void AddLinearTable(const LinearTable& table, UnitFrame& frame);

}  // namespace macroscope
