// Runs the built program as a user does: through a shell, with a folder and a cache of its own.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/base/temporary_folder.h"

namespace macroscope {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

class CliTest : public ::testing::Test {
 protected:
  // `arguments` as a shell takes them; they may redirect and pipe.
  Outcome Run(const std::string& arguments, const std::string& input = "") const {
    Write("stdin", input);
    const std::string command = "cd '" + folder_.path().string() + "' && " + MACROSCOPE_BINARY +
                                " " + arguments + " < stdin > stdout 2> stderr";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, Read("stdout"), Read("stderr")};
  }

  void Write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_.path() / name) << content;
  }

  std::string Read(const std::string& name) const {
    std::ostringstream content;
    content << std::ifstream(folder_.path() / name).rdbuf();
    return content.str();
  }

  // What was asked for cannot be: one message that starts so, nothing else, exit code 2.
  void ExpectError(const Outcome& outcome, const std::string& start) const {
    EXPECT_EQ(outcome.exit_code, 2) << outcome.out;
    EXPECT_TRUE(outcome.err.starts_with(start)) << "no '" << start << "' at the start of:\n"
                                                << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }

  TemporaryFolder folder_;
};

inline void ExpectContains(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << "no '" << part << "' in:\n" << text;
}

inline auto LinesOf(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace macroscope
