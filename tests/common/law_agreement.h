// A unit's laws against the reference, results and flags.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "models/reference/reference.h"
#include "sim/stimulus/exhaustive.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

// Expects them to agree on all operations of the design where its operands have at most `all_bits`
// bits together, else on `samples` corner-biased ones. Returns how many those were; stops at the
// first that differs.
inline std::size_t ExpectLawIsReference(const Unit& unit, const OperandBlock& block,
                                        std::size_t count);

inline std::size_t ExpectLawIsReference(const Design& design, int all_bits, std::size_t samples) {
  SCOPED_TRACE(DisplayName(design));
  const auto unit = MakeUnit(design);
  const int bits = unit->a_bits() + unit->b_bits() + unit->c_bits() + unit->r_bits();
  std::unique_ptr<OperandSource> source;
  if (bits <= all_bits) {
    source = std::make_unique<Exhaustive>(design, unit->c_bits());
  } else {
    source = MakeRandomSource(design, unit->c_bits(), /*seed=*/1);
  }
  OperandBlock block(bits <= all_bits ? std::size_t{1} << bits : samples, unit->limbs());
  const std::size_t count = source->Fill(block.Buffers(block.capacity()));
  return ExpectLawIsReference(*unit, block, count);
}

// The same on all pairs (a, b), each with `repeats` corner-biased c.
inline std::size_t ExpectLawIsReferenceOnPairs(const Design& design, std::uint64_t repeats) {
  SCOPED_TRACE(DisplayName(design));
  const auto unit = MakeUnit(design);
  Exhaustive source(design, unit->c_bits(), /*seed=*/1, repeats);
  OperandBlock block(static_cast<std::size_t>(source.size()), unit->limbs());
  const std::size_t count = source.Fill(block.Buffers(block.capacity()));
  return ExpectLawIsReference(*unit, block, count);
}

// The same on the first `count` of given operations.
inline std::size_t ExpectLawIsReference(const Unit& of, const OperandBlock& block,
                                        std::size_t count) {
  const Unit* const unit = &of;
  Reference reference(unit->design());

  const auto limbs = static_cast<std::size_t>(unit->z_limbs());
  std::vector<std::uint64_t> z(count * limbs), expected(count * limbs);
  std::vector<std::uint8_t> flags(count), expected_flags(count);
  unit->Evaluate(block.First(count), z, flags);
  reference.Evaluate(block.First(count), expected, expected_flags);
  for (std::size_t i = 0; i < count; ++i) {
    const Operation in = block.At(i);
    for (std::size_t limb = i * limbs; limb < (i + 1) * limbs; ++limb) {
      EXPECT_EQ(z[limb], expected[limb])
          << "a " << std::hex << in.a << " b " << in.b << " r " << in.r;
    }
    EXPECT_EQ(int{flags[i]}, unit->has_flags() ? int{expected_flags[i]} : 0)
        << "a " << std::hex << in.a << " b " << in.b << " r " << in.r;
    if (testing::Test::HasFailure()) return i;
  }
  return count;
}

}  // namespace macroscope
