// The datapaths of convert, by the families of its two formats.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/design/design.h"

namespace macroscope {

enum class Conversion : std::uint8_t {
  kToNumber,       // Integers, floating formats and posits into an integer or floating format.
  kToPosit,        // The same into a posit.
  kToLogarithm,    // The same into a logarithm.
  kToLogPosit,     // The same into a log posit.
  kFromLogarithm,  // A logarithm or log posit into an integer or floating format.
  kToCodebook,     // Integers and floating formats into the code of the nearest value.
  kFromCodebook,   // A code into its value as an integer or floating format.
};

// Of a design of convert that was parsed.
Conversion ConversionOf(const Design& design);

// A source, and a scale if there is one. Throws DesignError (key `operands`).
void ParseSource(const DesignText& text, const Catalogue& formats, Design& design);

// The target, and whether there is a way to it. Throws DesignError (key `accumulator`).
Accumulator ParseTarget(const Design& design, std::string_view text, const Catalogue& formats);

// Why a conversion leaves no choice in a key of IEEE 754's semantics: "posit8_2 raises no flags".
std::string ConversionHas(const Design& design, std::string_view key);

// Whether the tables of a conversion are of a size that can be, once its semantics are known.
// Throws DesignError (key `operands`).
void CheckConversionTable(const Design& design);

}  // namespace macroscope
