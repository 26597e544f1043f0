#include "sim/config/design_keys.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "sim/config/suggest.h"

namespace macroscope {
namespace {

std::vector<std::string> Words(const std::string& text, char separator) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; std::getline(stream, word, separator);) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// The scalar formats that a unit may take; of the unit that takes block formats in that place,
// those too, and of block_dot codebooks.
std::vector<std::string> FormatNames(const DesignText& text, std::string_view unit,
                                     const Catalogue& formats) {
  if (text.unit.starts_with("posit_")) return NamesOf(formats.alternatives());
  std::vector<std::string> names = NamesOf(formats.formats());
  if (text.unit == unit) {
    for (const BlockFormat& block : formats.blocks()) names.push_back(block.name);
  }
  if (text.unit == unit && unit == "block_dot") {
    for (const Format& format : formats.alternatives()) {
      if (format.is_codebook()) names.push_back(format.name);
    }
  }
  return names;
}

bool IsFormat(const std::string& name, const Catalogue& formats) {
  return formats.Contains(name) || formats.ContainsAlternative(name) || formats.ContainsBlock(name);
}

}  // namespace

const std::vector<DesignKeyInfo>& DesignKeys() {
  static const std::vector<DesignKeyInfo> keys = {
      {"unit", &DesignText::unit, UnitNames(), ""},
      {"operands", &DesignText::operands, {}, "a format, or two: X,Y (macroscope formats)"},
      {"accumulator",
       &DesignText::accumulator,
       {},
       "of the result: a format (fp_*, convert, posit_*); quire; else fixed+G (G bits above the "
       "exact product or "
       "sum), fixedW or intW (W bits)"},
      {"rounding", &DesignText::rounding, RoundingNames(), ""},
      {"random_bits", &DesignText::random_bits, {}, "of stochastic rounding: 1 to 32, default 8"},
      {"overflow", &DesignText::overflow, OverflowNames(), ""},
      {"subnormals", &DesignText::subnormals, SubnormalsNames(), ""},
      {"flags", &DesignText::flags, FlagOutputNames(), ""},
      {"tininess", &DesignText::tininess, TininessNames(), ""},
      {"form", &DesignText::form, FormNames(), ""},
      {"multiplier", &DesignText::multiplier, MultiplierNames(), ""},
      {"adder", &DesignText::adder, AdderNames(), ""},
      {"leading_zeros", &DesignText::leading_zeros, LeadingZerosNames(), ""},
      {"path", &DesignText::path, PathNames(), ""},
      {"cuts",
       &DesignText::cuts,
       {},
       "registers between the stages: 0 to 5 of them, or the stages they follow: multiply+add"},
      {"lanes",
       &DesignText::lanes,
       {},
       "of block_dot: products an operation, 1 to 64; of block_quantize: values, one block"},
      {"block", &DesignText::block, {}, "of block_*: elements a block, in place of the format's"},
      {"reduction", &DesignText::reduction, ReductionNames(), ""},
      {"terms", &DesignText::terms, TermsNames(), ""},
      {"window", &DesignText::window, {}, "of max_exponent: fraction bits that aligned terms keep"},
      {"alignment", &DesignText::alignment, AlignmentNames(), ""},
      {"join", &DesignText::join, JoinNames(), ""},
      {"values",
       &DesignText::values,
       {},
       "of block_dot: the format that a codebook's codes are looked up as; default bf16"},
      {"scale_rule", &DesignText::scale_rule, BlockScaleRuleNames(), ""},
      {"method", &DesignText::method, LogMethodNames(), ""},
      {"error",
       &DesignText::error,
       {},
       "of log_*, of a result at worst: correct, faithful, none, or a bound such as 1.5, in units "
       "in the last place"},
      {"table_entries",
       &DesignText::table_entries,
       {},
       "of log_mac in fixed point: of the table from logarithms, 1 or a power of two"},
      {"table_bits",
       &DesignText::table_bits,
       {},
       "of log_mac in fixed point: fraction bits of an entry, 1 to 24"},
  };
  return keys;
}

std::vector<std::string> DesignKeyNames() {
  std::vector<std::string> names;
  for (const DesignKeyInfo& key : DesignKeys()) names.push_back(key.name);
  return names;
}

std::string& DesignField(DesignText& text, const std::string& key) {
  for (const DesignKeyInfo& candidate : DesignKeys()) {
    if (candidate.name == key) return text.*candidate.field;
  }
  throw std::logic_error("a design has no key '" + key + "'");
}

void SetDefaultForm(Form form, DesignText& text) {
  if (!text.form.empty()) return;
  const auto unit = UnitNamed(text.unit);
  const bool accumulates = !unit || HasC(*unit);
  text.form = Name(accumulates ? form : Form::kOperation);
}

std::string DidYouMeanValue(const DesignText& text, const std::string& key,
                            const Catalogue& formats) {
  DesignText copy = text;
  if (key == "operands") {
    for (const std::string& word : Words(text.operands, ',')) {
      if (IsFormat(word, formats)) continue;
      return DidYouMean(word, FormatNames(text, "block_dot", formats));
    }
    return "";
  }
  std::string value = DesignField(copy, key);
  if (value.empty()) return "";
  if (key == "accumulator") {
    const bool known = IsFormat(value, formats) || value.starts_with("fixed") || value == "quire";
    return known ? "" : DidYouMean(value, FormatNames(text, "block_quantize", formats));
  }
  if (key == "values") {
    return formats.Contains(value) ? "" : DidYouMean(value, NamesOf(formats.formats()));
  }
  for (const DesignKeyInfo& candidate : DesignKeys()) {
    if (candidate.name != key) continue;
    const std::vector<std::string>& names = candidate.names;
    // If the name is right, something else is wrong with it.
    const bool known = std::find(names.begin(), names.end(), value) != names.end();
    return known ? "" : DidYouMean(value, names);
  }
  return "";
}

}  // namespace macroscope
