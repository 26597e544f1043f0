// The subcommands: each file registers one, which runs when the command line has been parsed.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace macroscope {

// Exit codes. What was asked for was done; it was done and the answer is no; it could not be done.
inline constexpr int kDone = 0, kFailed = 1, kError = 2;

// The subcommand that was chosen; returns the exit code.
using Action = std::function<int()>;

void AddSweepCommand(CLI::App& app, Action& action);
void AddCosimCommand(CLI::App& app, Action& action);
void AddEvalCommand(CLI::App& app, Action& action);
void AddCheckCommand(CLI::App& app, Action& action);
void AddFormatsCommand(CLI::App& app, Action& action);
void AddMemoryCommand(CLI::App& app, Action& action);
void AddExplainCommand(CLI::App& app, Action& action);
void AddReportCommand(CLI::App& app, Action& action);

}  // namespace macroscope
