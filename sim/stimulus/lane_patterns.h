// The lanes of one operand, drawn together: what many numbers at once do to a sum.
#pragma once

#include <cstdint>

#include "sim/stimulus/lane_values.h"

namespace macroscope {

enum class ElementPattern : std::uint8_t {
  kMixed,        // Each lane on its own: any code, or a corner.
  kZeros,        // Of either sign.
  kOutlier,      // One of the greatest among tiny ones or zeros.
  kTiny,         // All subnormal, or the least of integers.
  kSaturated,    // The greatest, of one sign.
  kAlternating,  // The greatest, signs in turn.
  kSpread,       // One significand, exponents within reach of each other.
  kEqual,
};

enum class ScalePattern : std::uint8_t {
  kEqual,
  kNear,    // Some codes apart.
  kSpread,  // Exponents within reach of each other: alignment shifts out some of a group, or all.
  kEnds,    // Each the least or the greatest.
  kMixed,   // Each on its own.
};

ElementPattern DrawElementPattern(Random& random);
ScalePattern DrawScalePattern(Random& random);

// `reach`: by how many powers of two terms may differ until one of them no longer matters.
void DrawElements(const LaneValues& lanes, ElementPattern pattern, int reach, Random& random,
                  LaneCodes& codes);
void DrawScales(const LaneValues& lanes, ScalePattern pattern, int reach, Random& random,
                LaneCodes& codes);
// None, all the greatest, all but one, or any; all the same if `equal`.
void DrawMicroexponents(const LaneValues& lanes, bool equal, Random& random, LaneCodes& codes);

}  // namespace macroscope
