#include "sim/report/table.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

Table Example() {
  return {"example",
          "Areas & ratios; wires left out.",
          {{"unit", false, ""},
           {"µm²", true, "osu018"},
           {"ratio", true, "osu018"},
           {"checks", false, ""}},
          {{"int_mac", "1,234", "1.00×", "4 green"}, {"fp_fma", "", "", "a|b <c>"}}};
}

TEST(TableAsText, AlignsInAsciiAndMarksWhatIsMissing) {
  EXPECT_EQ(ToText(Example()),
            "         osu018\n"
            "unit       um2  ratio  checks\n"
            "-------  -----  -----  -------\n"
            "int_mac  1,234  1.00x  4 green\n"
            "fp_fma       -      -  a|b <c>\n");
}

TEST(TableAsText, GivesAHeadingTheRoomItNeeds) {
  Table table = Example();
  table.columns[1].heading = table.columns[2].heading = "a long technology";
  EXPECT_EQ(ToText(table),
            "         a long technology\n"
            "unit       um2       ratio  checks\n"
            "-------  -----  ----------  -------\n"
            "int_mac  1,234       1.00x  4 green\n"
            "fp_fma       -           -  a|b <c>\n");
}

TEST(TableAsMarkdown, PutsHeadingsBeforeTitles) {
  EXPECT_EQ(ToMarkdown(Example()),
            "| unit | osu018: µm² | osu018: ratio | checks |\n"
            "| --- | ---: | ---: | --- |\n"
            "| int_mac | 1,234 | 1.00× | 4 green |\n"
            "| fp_fma |  |  | a\\|b <c> |\n"
            "\n"
            "Areas & ratios; wires left out.\n");
}

TEST(TableAsLatex, IsABooktabsTabularWithACaption) {
  EXPECT_EQ(ToLatex(Example()),
            "\\begin{table}[htbp]\n"
            "\\centering\n"
            "\\caption{Areas \\& ratios; wires left out.}\n"
            "\\label{tab:example}\n"
            "\\resizebox{\\textwidth}{!}{%\n"
            "\\begin{tabular}{lrrl}\n"
            "\\toprule\n"
            " & \\multicolumn{2}{c}{osu018} &  \\\\\n"
            "\\cmidrule(lr){2-3}\n"
            "unit & \\textmu{}m\\textsuperscript{2} & ratio & checks \\\\\n"
            "\\midrule\n"
            "int\\_mac & 1,234 & 1.00$\\times$ & 4 green \\\\\n"
            "fp\\_fma &  &  & a|b <c> \\\\\n"
            "\\bottomrule\n"
            "\\end{tabular}}\n"
            "\\end{table}\n");
}

TEST(Tables, BreakSentencesIntoLines) {
  Table table = Example();
  table.columns.back().is_prose = true;
  EXPECT_NE(ToLatex(table).find("\\begin{tabular}{lrrp{9cm}}"), std::string::npos);
  EXPECT_NE(ToHtml(table).find("<td class=\"p\">4 green</td>"), std::string::npos) << ToHtml(table);
}

TEST(TableAsHtml, EscapesItsCells) {
  const std::string html = ToHtml(Example());
  EXPECT_NE(html.find("a|b &lt;c&gt;"), std::string::npos);
  EXPECT_NE(html.find("Areas &amp; ratios"), std::string::npos);
  EXPECT_NE(html.find("colspan=\"2\">osu018</th>"), std::string::npos);
}

TEST(EscapeLatex, CoversEverySpecialCharacter) {
  EXPECT_EQ(EscapeLatex("\\{}_%&#$~^"),
            "\\textbackslash{}\\{\\}\\_\\%\\&\\#\\$\\textasciitilde{}\\textasciicircum{}");
}

TEST(ToAscii, LeavesNothingElse) {
  EXPECT_EQ(ToAscii("µm² 2× a → b – c é"), "um2 2x a -> b - c ?");
}

}  // namespace
}  // namespace macroscope
