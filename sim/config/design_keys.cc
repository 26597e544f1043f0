#include "sim/config/design_keys.h"

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

std::vector<std::string> FormatNames(const Catalogue& formats) {
  std::vector<std::string> names;
  for (const Format& format : formats.formats()) names.push_back(format.name);
  return names;
}

}  // namespace

const std::vector<DesignKey>& DesignKeys() {
  static const std::vector<DesignKey> keys = {
      {"unit", &DesignText::unit, "int_mac kulisch_mac fp_fma"},
      {"operands", &DesignText::operands, "one format, or two: X,Y (see macroscope formats)"},
      {"accumulator", &DesignText::accumulator,
       "a floating format (fp_fma); fixed+G: the exact product and G guard bits; fixedW or intW: "
       "W bits"},
      {"rounding", &DesignText::rounding,
       "ties_to_even toward_zero toward_negative toward_positive ties_to_away to_odd stochastic"},
      {"overflow", &DesignText::overflow, "infinity saturate nan wrap"},
      {"form", &DesignText::form, "operation mac"},
      {"multiplier", &DesignText::multiplier, "operator wallace"},
      {"adder", &DesignText::adder, "operator sklansky"},
      {"cuts", &DesignText::cuts, "registers between stages: 0 to 5, or after: multiply+add"},
  };
  return keys;
}

std::vector<std::string> DesignKeyNames() {
  std::vector<std::string> names;
  for (const DesignKey& key : DesignKeys()) names.push_back(key.name);
  return names;
}

std::string& DesignField(DesignText& text, const std::string& key) {
  for (const DesignKey& candidate : DesignKeys()) {
    if (candidate.name == key) return text.*candidate.field;
  }
  throw std::logic_error("a design has no key '" + key + "'");
}

std::string DidYouMeanValue(const DesignText& text, const std::string& key,
                            const Catalogue& formats) {
  DesignText copy = text;
  if (key == "operands") {
    for (const std::string& word : Words(text.operands, ',')) {
      if (!formats.Contains(word)) return DidYouMean(word, FormatNames(formats));
    }
    return "";
  }
  std::string value = DesignField(copy, key);
  if (value.empty()) return "";
  if (key == "accumulator") {
    const bool known = formats.Contains(value) || value.starts_with("fixed");
    return known ? "" : DidYouMean(value, FormatNames(formats));
  }
  for (const DesignKey& candidate : DesignKeys()) {
    if (candidate.name != key || key == "cuts") continue;
    const std::vector<std::string> names = Words(candidate.values, ' ');
    for (const std::string& name : names) {
      if (name == value) return "";  // The name is right; something else is wrong with it.
    }
    return DidYouMean(value, names);
  }
  return "";
}

}  // namespace macroscope
