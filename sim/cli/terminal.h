// What goes to a terminal: tables with a heading that stands out, where there is a terminal.
#pragma once

#include <string>

namespace macroscope {

struct Table;

bool IsTerminal(int file);

// Writes text to stdout. Throws std::runtime_error if it cannot be written.
void Print(const std::string& text);
// The table, its heading bold on a terminal.
void PrintTable(const Table& table);
// A title above what follows.
void PrintTitle(const std::string& title);

}  // namespace macroscope
