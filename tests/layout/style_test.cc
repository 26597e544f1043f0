// What every file owes its reader, beyond what clang-format and clang-tidy see.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "tests/layout/source_tree.h"

namespace macroscope {
namespace {

constexpr std::size_t kMaxLines = 200;

bool IsScript(const SourceFile& file) {
  return !file.lines.empty() && file.lines.front().starts_with("#!");
}

bool IsCode(const SourceFile& file) {
  static const std::set<std::string> extensions = {".h", ".cc", ".sv", ".mjs", ".cmake", ".in"};
  return extensions.contains(file.extension()) || IsScript(file);
}

// The comment that a file starts with, after a `#!` line.
std::string TopComment(const SourceFile& file) {
  std::string comment;
  for (const std::string& line : file.lines) {
    if (line.starts_with("#!")) continue;
    const bool is_comment =
        line.starts_with("// ") || line.starts_with("# ") || line.starts_with("\"\"\"");
    if (!is_comment) break;
    comment += line.substr(2) + " ";
  }
  return comment;
}

std::string Where(const SourceFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line + 1);
}

TEST(Style, AFileBeyond200LinesSaysAtTheTopWhyItIsOneFile) {
  int files = 0;
  for (const SourceFile& file : SourceTree()) {
    if (!IsCode(file)) continue;
    ++files;
    if (file.lines.size() <= kMaxLines) continue;
    EXPECT_NE(TopComment(file).find("one file"), std::string::npos)
        << file.path << " has " << file.lines.size()
        << " lines; split it, or say in the comment at its top why it is one file";
  }
  EXPECT_GT(files, 250);
}

TEST(Style, HeadersModulesAndScriptsStartWithTheirPurpose) {
  for (const SourceFile& file : SourceTree()) {
    if (file.extension() != ".h" && file.extension() != ".sv" && !IsScript(file)) continue;
    EXPECT_FALSE(TopComment(file).empty()) << file.path;
  }
}

// Spelled in halves, so that this file passes its own test.
TEST(Style, NothingIsLeftForLater) {
  const std::regex words(R"(\b(TO)"
                         R"(DO|FIX)"
                         R"(ME|HA)"
                         R"(CK|XX)"
                         R"(X)\b)");
  std::size_t lines = 0;
  for (const SourceFile& file : SourceTree()) {
    lines += file.lines.size();
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], words)) << Where(file, i) << file.lines[i];
    }
  }
  EXPECT_GT(lines, 20'000u);
}

// A result that depends on a server is not reproducible: addresses appear only as names.
TEST(Style, NoAddressButOfNamespacesAndLicences) {
  static const std::set<std::string> hosts = {"www.apache.org", "www.w3.org", "vega.github.io"};
  static const std::regex address(R"(https?://([A-Za-z0-9.-]+))");
  for (const SourceFile& file : SourceTree()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(file.lines[i], match, address)) continue;
      EXPECT_TRUE(hosts.contains(match[1])) << Where(file, i) << ": " << match[1];
    }
  }
}

// A waiver is worth as much as its reason.
TEST(Style, WaiversCarryTheirReasonOnTheSameLine) {
  static const std::regex clang(R"(//\s*NOLINT(NEXTLINE|BEGIN)?\b(\([^)]*\))?(.*))");
  static const std::regex verilator(R"(/\*\s*verilator lint_off [A-Z]+\s*\*/(.*))");
  for (const SourceFile& file : SourceTree()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (std::regex_search(file.lines[i], match, clang)) {
        EXPECT_GT(match[3].length(), 8) << Where(file, i) << ": " << file.lines[i];
        EXPECT_GT(match[2].length(), 2) << Where(file, i) << ": names no check";
      } else if (std::regex_search(file.lines[i], match, verilator)) {
        EXPECT_GT(match[1].length(), 8) << Where(file, i) << ": " << file.lines[i];
      }
    }
  }
}

}  // namespace
}  // namespace macroscope
