// The batch call held against the laws, one design after the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/batch/batch.h"
#include "models/formats/catalogue.h"

namespace macroscope {

// A floating format of the user's.
Format Floating(const char* name, int exponent_bits, int fraction_bits, int bias,
                Specials specials);

// A design's first three keys; `overflow` "": the accumulator's own.
DesignText Text(const std::string& unit, const std::string& operands,
                const std::string& accumulator, const std::string& overflow = "");

// Whether the design is computed by that kernel here, "fixed" or "wide"; true on a host without.
bool IsComputedBy(const std::string& kernel, const Design& design);

// The ways that this host can compute a design in: the kernels, and the laws.
std::vector<BatchOptions> BatchWays();

// Expects z and flags of the laws from each way: for all operations of a small design, or `repeats`
// times all pairs, else for `limit` corner-biased ones. Returns how many operations ran.
std::uint64_t ExpectBatchIsLaw(const Design& design, std::uint64_t limit,
                               std::uint64_t repeats = 1);

// The same for each rounding of `roundings`, treatment of subnormals and tininess, with flags and
// without; and for each overflow that the accumulator can have. Returns the operations.
std::uint64_t ExpectAllSemanticsAreLaws(DesignText text, const std::vector<std::string>& roundings,
                                        const Catalogue& formats, std::uint64_t limit);

}  // namespace macroscope
