// The values of one operand of a workload, and their codes in a format of single numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "models/formats/format.h"
#include "sim/config/workload.h"
#include "sim/stimulus/operand_facts.h"

namespace macroscope {

// `count` drawn values, or all of the tensor that the operand names; with its outliers, zeros and
// drift; without negative values where `format` has no sign. Throws BuildError for a tensor that
// cannot be read.
std::vector<double> ReadOrDraw(const Operand& operand, const Format& format, std::uint64_t count,
                               std::uint64_t seed);

struct OperandCodeStream {
  std::vector<std::uint64_t> codes;  // Of one number each, or the limbs of words.
  OperandFacts facts;
};

// Of `length` values, each divided by the scale that its rule chooses and rounded to `format`, ties
// to even. A tensor that is shorter starts again at its end. `full_scale`: what the magnitude that
// the rule chooses becomes. Throws BuildError as ReadOrDraw does, and for a format beyond doubles.
OperandCodeStream MakeOperandCodes(const Operand& operand, const Format& format, double full_scale,
                                   std::uint64_t length, std::uint64_t seed);

double ZeroFraction(const Format& format, const std::vector<std::uint64_t>& codes);

}  // namespace macroscope
