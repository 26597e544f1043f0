// A table that does not know yet whether it becomes Markdown, LaTeX, HTML or a terminal's lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace macroscope {

struct Column {
  std::string title;
  bool is_number = false;  // Right-aligned.
  std::string heading;     // Spans the neighbours that have the same one; "" for none.
  bool is_prose = false;   // Sentences, which break into lines where the form can do that.
};

// Cells are plain text and may use µ, ², ×, → and –; "" is a figure that was not computed.
struct Table {
  std::string id;       // For links and labels: "summary".
  std::string caption;  // Says what the table omits.
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // Each as long as `columns`.
};

std::string ToMarkdown(const Table& table);
std::string ToLatex(const Table& table);  // One floating `table` with a booktabs `tabular`.
std::string ToHtml(const Table& table);   // One `figure`.
std::string ToText(const Table& table);   // ASCII, columns two spaces apart, no caption.

std::string EscapeHtml(std::string_view text);
std::string EscapeLatex(std::string_view text);
// µm² becomes um2, × x, → ->; what else is not ASCII becomes a question mark.
std::string ToAscii(std::string_view text);

}  // namespace macroscope
