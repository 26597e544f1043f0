// A recursive-descent parser, whole in one file: its functions call each other round and round.
#include "sim/netlist/liberty_group.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/base/build_error.h"
#include "sim/netlist/gzip_file.h"

namespace macroscope {
namespace {

constexpr int kMaxDepth = 32;  // Real files nest 6 deep; a damaged one shall not end our stack.

bool IsSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool IsNameEnd(char c) {
  return IsSpace(c) || std::string_view("(){}:;,\"\\").find(c) != std::string_view::npos;
}

class Parser {
 public:
  Parser(const std::filesystem::path& path, std::string_view text) : path_(path), text_(text) {}

  LibertyGroup ParseFile() {
    SkipSpace();
    if (AtEnd()) Fail("the file is empty", "a Liberty file starts with `library (name) {`");
    LibertyGroup root;
    ParseStatement(root, 0);
    if (root.groups.size() != 1 || root.groups[0].type != "library") {
      line_ = 1;
      Fail("not a Liberty file", "a Liberty file starts with `library (name) {`");
    }
    SkipSpace();
    if (!AtEnd()) Fail("text after the end of the library", "one `}` too many stands before it");
    return std::move(root.groups[0]);
  }

 private:
  [[noreturn]] void Fail(std::string_view what, std::string_view right) const {
    throw BuildError(fmt::format("{}:{}: {}; {}", path_.string(), line_, what, right));
  }
  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  bool StartsWith(std::string_view token) const { return text_.substr(at_).starts_with(token); }

  void Advance() {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }

  // Spaces, line ends, continuation marks and comments.
  void SkipSpace() {
    while (!AtEnd()) {
      if (IsSpace(Peek()) || Peek() == '\\') {
        Advance();
      } else if (StartsWith("/*")) {
        SkipComment();
      } else if (StartsWith("//")) {
        while (!AtEnd() && Peek() != '\n') Advance();
      } else {
        return;
      }
    }
  }

  void SkipComment() {
    const std::size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) Fail("a comment never ends", "`*/` is missing");
    while (at_ < end + 2) Advance();
  }

  std::string_view Name() {
    const std::size_t begin = at_;
    while (!AtEnd() && !IsNameEnd(Peek())) ++at_;
    if (at_ == begin) {
      Fail(fmt::format("unexpected `{}`", Peek()), "an attribute or a group starts with its name");
    }
    return text_.substr(begin, at_ - begin);
  }

  std::string_view Quoted() {
    const int begin_line = line_;
    Advance();
    const std::size_t begin = at_;
    while (!AtEnd() && Peek() != '"') {
      const bool continued = at_ > begin && text_[at_ - 1] == '\\';
      // Some tools wrap tables without a backslash; only a missing quote runs into a brace.
      if (Peek() == '{' && !continued) break;
      Advance();
    }
    if (Peek() != '"') {
      line_ = begin_line;
      Fail("a quoted text never ends", "`\"` is missing");
    }
    const std::string_view value = text_.substr(begin, at_ - begin);
    Advance();
    return value;
  }

  // After `name :`. The value ends at `;`, or where a careless writer left that out, with the line.
  std::string_view SimpleValue() {
    while (Peek() == ' ' || Peek() == '\t' || Peek() == '\\') Advance();
    if (Peek() == '"') {
      const std::string_view value = Quoted();
      SkipSpace();
      if (Peek() == ';') Advance();
      return value;
    }
    const std::size_t begin = at_;
    while (!AtEnd() && Peek() != ';' && Peek() != '\n' && Peek() != '}' && !StartsWith("/*")) ++at_;
    std::string_view value = text_.substr(begin, at_ - begin);
    while (!value.empty() && IsSpace(value.back())) value.remove_suffix(1);
    if (Peek() == ';') Advance();
    return value;
  }

  // After `name`, at `(`.
  std::vector<std::string_view> Arguments() {
    const int begin_line = line_;
    std::vector<std::string_view> values;
    Advance();
    while (true) {
      SkipSpace();
      if (Peek() == ')') break;
      if (Peek() == ',') {
        Advance();
      } else if (Peek() == '"') {
        values.push_back(Quoted());
      } else if (AtEnd() || std::string_view("{};:(").find(Peek()) != std::string_view::npos) {
        line_ = begin_line;
        Fail("a list of values never ends", "`)` is missing");
      } else {
        values.push_back(Name());
      }
    }
    Advance();
    return values;
  }

  void ParseStatement(LibertyGroup& parent, int depth) {
    const std::size_t begin = at_;
    const int line = line_;
    const std::string_view name = Name();
    SkipSpace();
    if (Peek() == ':') {
      Advance();
      parent.attributes.push_back({name, {SimpleValue()}, line});
      return;
    }
    if (Peek() != '(') {
      line_ = line;
      if (AtEnd()) {
        Fail(fmt::format("the file ends after `{}`", name),
             "its value or body is missing or the file was cut short");
      }
      Fail(fmt::format("`{}` has neither a value nor a body", name),
           "`name : value;` or `name (...) { ... }` is expected");
    }
    std::vector<std::string_view> values = Arguments();
    SkipSpace();
    if (Peek() != '{') {
      if (Peek() == ';') Advance();
      parent.attributes.push_back({name, std::move(values), line});
      return;
    }
    if (name == "cell" && depth != 1) {
      Fail(fmt::format("cell `{}` stands inside `{} ({})` of line {}",
                       values.empty() ? std::string_view("?") : values[0], parent.type,
                       parent.Name(), parent.line),
           "a `}` is missing before it");
    }
    LibertyGroup group{name, std::move(values), line, {}, {}, {}};
    ParseBody(group, depth + 1);
    group.text = text_.substr(begin, at_ - begin);
    parent.groups.push_back(std::move(group));
  }

  void ParseBody(LibertyGroup& group, int depth) {
    if (depth > kMaxDepth) Fail("groups nest too deeply", "`}` is missing above");
    Advance();
    while (true) {
      SkipSpace();
      if (AtEnd()) {
        Fail(fmt::format("the file ends inside `{} ({})` of line {}", group.type, group.Name(),
                         group.line),
             "`}` is missing or the file was cut short");
      }
      if (Peek() == '}') break;
      if (Peek() == ';') {
        Advance();
      } else {
        ParseStatement(group, depth);
      }
    }
    Advance();
  }

  const std::filesystem::path& path_;
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

const LibertyAttribute* LibertyGroup::Find(std::string_view name) const {
  const auto it = std::ranges::find(attributes, name, &LibertyAttribute::name);
  return it == attributes.end() ? nullptr : &*it;
}

std::string_view LibertyGroup::Value(std::string_view name) const {
  const LibertyAttribute* attribute = Find(name);
  return attribute == nullptr || attribute->values.empty() ? std::string_view()
                                                           : attribute->values[0];
}

const LibertyGroup* LibertyGroup::FindGroup(std::string_view wanted) const {
  const auto it = std::ranges::find(groups, wanted, &LibertyGroup::type);
  return it == groups.end() ? nullptr : &*it;
}

LibertyFile::LibertyFile(const std::filesystem::path& path)
    : path_(path), text_(ReadTextOrGzip(path)), library_(Parser(path_, text_).ParseFile()) {}

}  // namespace macroscope
