#include "sim/stimulus/lane_patterns.h"

#include <iterator>

namespace macroscope {
namespace {

template <typename Draw>
void DrawEach(std::vector<std::uint64_t>& codes, Draw draw) {
  for (std::uint64_t& code : codes) code = draw();
}

std::uint64_t& AnyOf(std::vector<std::uint64_t>& codes, Random& random) {
  return codes[static_cast<std::size_t>(random.Below(codes.size()))];
}

bool Chance(Random& random) { return random.Next() >> 63 != 0; }

}  // namespace

ElementPattern DrawElementPattern(Random& random) {
  using enum ElementPattern;
  constexpr ElementPattern kShare[] = {
      kMixed,       kMixed,   kMixed,  kMixed,  kMixed,     kMixed,     kMixed,     kMixed,
      kMixed,       kMixed,   kMixed,  kMixed,  kMixed,     kMixed,     kZeros,     kOutlier,
      kOutlier,     kOutlier, kTiny,   kTiny,   kSaturated, kSaturated, kSaturated, kAlternating,
      kAlternating, kSpread,  kSpread, kSpread, kSpread,    kSpread,    kEqual,     kEqual};
  static_assert(std::size(kShare) == 32);
  return kShare[random.Next() >> 59];
}

ScalePattern DrawScalePattern(Random& random) {
  using enum ScalePattern;
  constexpr ScalePattern kShare[] = {kEqual, kEqual, kNear, kNear, kSpread, kSpread, kEnds, kMixed};
  return kShare[random.Next() >> 61];
}

void DrawElements(const LaneValues& lanes, ElementPattern pattern, int reach, Random& random,
                  LaneCodes& codes) {
  const ElementCodes& elements = lanes.elements();
  bool choice = Chance(random);
  switch (pattern) {
    case ElementPattern::kMixed:
      return DrawEach(codes.elements, [&] { return elements.Finite(random); });
    case ElementPattern::kZeros:
      return DrawEach(codes.elements, [&] { return elements.Zero(random); });
    case ElementPattern::kOutlier:
      DrawEach(codes.elements,
               [&] { return choice ? elements.Tiny(random) : elements.Zero(random); });
      AnyOf(codes.elements, random) = elements.Greatest(Chance(random));
      return;
    case ElementPattern::kTiny:
      return DrawEach(codes.elements, [&] { return elements.Tiny(random); });
    case ElementPattern::kSaturated:
      return DrawEach(codes.elements, [&] { return elements.Greatest(choice); });
    case ElementPattern::kAlternating:
      return DrawEach(codes.elements, [&] {
        choice = !choice;
        return elements.Greatest(choice);
      });
    case ElementPattern::kSpread:
    case ElementPattern::kEqual: {
      const std::uint64_t base = elements.Finite(random);
      const int steps = pattern == ElementPattern::kSpread ? reach : 0;
      return DrawEach(codes.elements, [&] {
        return elements.Shifted(base, static_cast<int>(random.Around(steps)));
      });
    }
  }
}

void DrawScales(const LaneValues& lanes, ScalePattern pattern, int reach, Random& random,
                LaneCodes& codes) {
  constexpr std::int64_t kNearCodes = 2;
  const ScaleCodes& scales = lanes.scales();
  const std::uint64_t base = scales.Finite(random);
  DrawEach(codes.scales, [&] {
    switch (pattern) {
      case ScalePattern::kNear:
        return scales.Shifted(base, 0, static_cast<int>(random.Around(kNearCodes)));
      case ScalePattern::kSpread:
        return scales.Shifted(base, static_cast<int>(random.Around(reach)), 0);
      case ScalePattern::kEnds:
        return scales.End(random);
      case ScalePattern::kMixed:
        return scales.Finite(random);
      case ScalePattern::kEqual:
        break;
    }
    return base;
  });
}

void DrawMicroexponents(const LaneValues& lanes, bool equal, Random& random, LaneCodes& codes) {
  if (codes.microexponents.empty()) return;
  const std::uint64_t most = (std::uint64_t{1} << lanes.operand().micro_bits()) - 1;
  const std::uint64_t kind = random.Below(4);
  const std::uint64_t of_most = kind == 0 ? 0 : kind == 1 ? most : random.Next() & most;
  DrawEach(codes.microexponents,
           [&] { return kind == 3 && !equal ? random.Next() & most : of_most; });
  if (kind == 2 && !equal) AnyOf(codes.microexponents, random) = random.Next() & most;
}

}  // namespace macroscope
