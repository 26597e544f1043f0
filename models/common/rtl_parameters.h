// How formats, semantics and structure are spelled as parameters of the RTL
// (rtl/common/format_pkg.sv).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

using RtlParameters = std::vector<std::pair<std::string, std::uint32_t>>;

// "format_pkg" and these modules of rtl/common, each after those it instantiates and all only once,
// so that a unit names what it uses and not what that is made of.
std::vector<std::string> CommonSources(std::initializer_list<const char*> modules);

std::uint32_t KindParameter(const Format& format);
std::uint32_t SpecialsParameter(const Format& format);

// <prefix>Kind, <prefix>Width, ... of an operand that may be of any format.
void AddOperandParameters(const std::string& prefix, const Format& format, RtlParameters& out);
// CExponentBits, CFractionBits and CSpecials of a floating result.
void AddResultParameters(const Format& format, RtlParameters& out);
// Rounding, RandomBits, Overflow, FlushInputs, FlushOutputs, Flags and TinyAfter, of a unit that
// rounds.
void AddSemanticsParameters(const Design& design, RtlParameters& out);
// Multiplier and Adder.
void AddStructureParameters(const Structure& structure, RtlParameters& out);

}  // namespace macroscope
