#include "sim/cli/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "sim/report/table.h"

namespace macroscope {
namespace {

std::string Bold(const std::string& text) {
  const bool colour = IsTerminal(STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr;
  return colour ? "\033[1m" + text + "\033[0m" : text;
}

}  // namespace

bool IsTerminal(int file) { return isatty(file) == 1; }

void Print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw std::runtime_error("stdout: cannot be written");
}

void PrintTable(const Table& table) {
  const std::string text = ToText(table);
  const std::size_t heading = text.find('\n');
  Print(Bold(text.substr(0, heading)) + text.substr(heading));
}

void PrintTitle(const std::string& title) { Print(Bold(title) + "\n"); }

}  // namespace macroscope
