#include "models/common/rtl_parameters.h"

#include <algorithm>
#include <string_view>

namespace macroscope {

namespace {

// What a module of rtl/common instantiates or takes from a package, of those made of others.
std::vector<std::string_view> Parts(std::string_view module) {
  if (module == "adder") {
    return {"sklansky_network", "brent_kung_network", "kogge_stone_network"};
  }
  if (module == "multiplier_rows") {
    return {"multiplier_pkg",  "full_adders",      "and_rows",   "booth_rows",
            "compressor_tree", "compressor_chain", "dadda_tree", "dadda_rows"};
  }
  if (module == "multiplier") return {"multiplier_rows", "adder"};
  if (module == "operand_normalize") return {"leading_zeros"};
  if (module == "limited_normalize") return {"leading_zeros"};
  if (module == "normalized_operand") return {"operand_unpack", "operand_normalize"};
  if (module == "fanout_tree") return {"kept_inverter"};
  if (module == "fanout_word") return {"fanout_tree"};
  if (module == "wide_choice" || module == "line_shift_right") return {"fanout_tree"};
  if (module == "hinted_normalize") return {"fanout_tree", "wide_choice"};
  if (module == "rounder") return {"round_up"};
  if (module == "float_round") return {"rounder"};
  if (module == "leading_bits") return {"leading_zeros"};
  if (module == "posit_unpack") return {"posit_operand"};
  if (module == "posit_operand") return {"posit_pkg", "leading_zeros"};
  if (module == "posit_multiply") return {"multiplier"};
  if (module == "posit_sort") return {"shift_right_sticky"};
  if (module == "posit_sum") return {"adder"};
  if (module == "posit_normalize") return {"leading_zeros"};
  if (module == "posit_round") return {"posit_pkg", "shift_right_signed_sticky"};
  return {};
}

void AddModule(std::string_view module, std::vector<std::string>& sources) {
  for (const std::string_view part : Parts(module)) AddModule(part, sources);
  const std::string source = "common/" + std::string(module) + ".sv";
  if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
}

}  // namespace

std::vector<std::string> CommonSources(std::initializer_list<const char*> modules) {
  std::vector<std::string> sources;
  AddModule("format_pkg", sources);
  for (const char* module : modules) AddModule(module, sources);
  return sources;
}

std::uint32_t KindParameter(const Format& format) {
  if (format.is_floating()) return 3;
  if (format.is_posit()) return 4;
  switch (format.encoding) {
    case Encoding::kUnsigned:
      return 0;
    case Encoding::kTwosComplement:
      return 1;
    case Encoding::kSignMagnitude:
      return 2;
  }
  return 0;
}

std::uint32_t SpecialsParameter(const Format& format) {
  switch (format.specials) {
    case Specials::kIeee:
      return 0;
    case Specials::kTopCodeNan:
      return 1;
    case Specials::kNone:
      return 2;
    case Specials::kNegativeZeroNan:
      return 3;
    case Specials::kExtended:
      return 4;
  }
  return 0;
}

void AddOperandParameters(const std::string& prefix, const Format& format, RtlParameters& out) {
  out.emplace_back(prefix + "Kind", KindParameter(format));
  out.emplace_back(prefix + "Width", format.width_bits());
  const PositLayout& posit = format.posit;
  out.emplace_back(prefix + "ExponentBits",
                   format.is_posit() ? posit.exponent_bits : format.exponent_bits);
  out.emplace_back(prefix + "FractionBits",
                   format.is_posit() ? posit.max_fraction_bits() : format.fraction_bits);
  out.emplace_back(prefix + "Specials", SpecialsParameter(format));
  out.emplace_back(prefix + "HasSign", format.has_sign ? 1 : 0);
  out.emplace_back(prefix + "HasSubnormals", format.has_subnormals ? 1 : 0);
  out.emplace_back(prefix + "HasZero", format.has_zero ? 1 : 0);
}

void AddStructureParameters(const Structure& structure, RtlParameters& out) {
  out.emplace_back("Multiplier", static_cast<std::uint32_t>(structure.multiplier));
  out.emplace_back("Adder", static_cast<std::uint32_t>(structure.adder));
}

void AddResultParameters(const Format& format, RtlParameters& out) {
  out.emplace_back("CExponentBits", format.exponent_bits);
  out.emplace_back("CFractionBits", format.fraction_bits);
  out.emplace_back("CSpecials", SpecialsParameter(format));
}

void AddSemanticsParameters(const Design& design, RtlParameters& out) {
  out.emplace_back("Rounding", static_cast<std::uint32_t>(design.rounding));
  out.emplace_back("RandomBits", design.random_bits);
  out.emplace_back("Overflow", static_cast<std::uint32_t>(design.overflow));
  out.emplace_back("FlushInputs", FlushesInputs(design) ? 1 : 0);
  out.emplace_back("FlushOutputs", FlushesOutputs(design) ? 1 : 0);
  out.emplace_back("Flags", design.flags == FlagOutput::kOn ? 1 : 0);
  out.emplace_back("TinyAfter", design.tininess == Tininess::kAfterRounding ? 1 : 0);
}

}  // namespace macroscope
