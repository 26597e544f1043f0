// What follows from a dot product's formats and choices for its datapath: which of its stages there
// are, and how wide its exact sums.
#pragma once

#include "models/design/design.h"

namespace macroscope {

// Products are added up in fixed point, group by group: stage `reduce`.
bool SumsGroups(const Design& design);
// Groups, or what has a scale's exponent, are added up in fixed point: stage `gather`.
bool Gathers(const Design& design);
// The one term that a floating accumulator joins is normalized before: stage `level`.
bool LevelsTerm(const Design& design);
// Elements are integers whose products stay integers: no exponents, no magnitudes.
bool HasIntegerLanes(const Design& design);

// How many bits of a scale are a factor, and not an exponent: 0 of powers of two.
int ScaleFactorBits(const LaneOperand& operand);
// Whether the scale has an exponent: all but integers.
bool HasScaleExponent(const LaneOperand& operand);

// The greatest sum of microexponents of two elements: what a product may be below its scales.
int MostMicroexponent(const DotProduct& dot);

}  // namespace macroscope
