#include <array>
#include <string_view>
#include <utility>

#include "sim/report/table.h"

namespace macroscope {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string Replace(std::string_view text, const std::array<Replacement, N>& replacements) {
  std::string result;
  while (!text.empty()) {
    std::size_t taken = 0;
    for (const auto& [from, to] : replacements) {
      if (!text.starts_with(from)) continue;
      result += to;
      taken = from.size();
      break;
    }
    if (taken == 0) {
      result += text[0];
      taken = 1;
    }
    text.remove_prefix(taken);
  }
  return result;
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  static constexpr std::array<Replacement, 4> kReplacements = {
      {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}}};
  return Replace(text, kReplacements);
}

std::string EscapeLatex(std::string_view text) {
  static constexpr std::array<Replacement, 15> kReplacements = {{{"\\", "\\textbackslash{}"},
                                                                 {"{", "\\{"},
                                                                 {"}", "\\}"},
                                                                 {"_", "\\_"},
                                                                 {"%", "\\%"},
                                                                 {"&", "\\&"},
                                                                 {"#", "\\#"},
                                                                 {"$", "\\$"},
                                                                 {"~", "\\textasciitilde{}"},
                                                                 {"^", "\\textasciicircum{}"},
                                                                 {"µ", "\\textmu{}"},
                                                                 {"²", "\\textsuperscript{2}"},
                                                                 {"×", "$\\times$"},
                                                                 {"→", "$\\rightarrow$"},
                                                                 {"–", "--"}}};
  return Replace(text, kReplacements);
}

std::string ToAscii(std::string_view text) {
  static constexpr std::array<Replacement, 5> kReplacements = {
      {{"µ", "u"}, {"²", "2"}, {"×", "x"}, {"→", "->"}, {"–", "-"}}};
  std::string ascii;
  for (const char c : Replace(text, kReplacements)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) == 0x80) continue;  // The rest of a character.
    ascii += byte < 0x80 ? c : '?';
  }
  return ascii;
}

}  // namespace macroscope
