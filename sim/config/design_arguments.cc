#include "sim/config/design_arguments.h"

#include <algorithm>
#include <filesystem>
#include <span>

#include "sim/config/config_error.h"
#include "sim/config/design_file.h"
#include "sim/config/design_keys.h"
#include "sim/config/format_file.h"
#include "sim/config/suggest.h"

namespace macroscope {
namespace {

[[noreturn]] void Fail(const std::string& key, const std::string& message) {
  throw ConfigError({kCommandLine, 0, key}, message);
}

// Puts key=value into the design, or its FILE into `format_files`.
void ReadArgument(const std::string& argument, PlacedDesign& design,
                  std::vector<std::string>& format_files) {
  std::vector<std::string> known = DesignKeyNames();
  known.push_back("formats");
  const std::size_t equals = argument.find('=');
  const std::string key = argument.substr(0, equals);
  if (equals == std::string::npos) {
    Fail(key, "not key=value; the keys are " + NameList(known) + DidYouMean(key, known));
  }
  const std::string value = argument.substr(equals + 1);
  if (value.empty()) Fail(key, "empty; expected " + key + "=VALUE");
  if (key == "formats") {
    format_files.push_back(value);
    return;
  }
  if (std::ranges::find(known, key) == known.end()) {
    Fail(key, "unknown key; the keys are " + NameList(known) + DidYouMean(key, known));
  }
  const Where* place = design.Find(key);
  if (place != nullptr && place->file == kCommandLine) {
    Fail(key, "given twice, as '" + DesignField(design.text, key) + "' and '" + value + "'");
  }
  design.Set(value, {kCommandLine, 0, key});
}

}  // namespace

bool NamesFile(const std::string& argument) {
  std::error_code ignored;
  return argument.find('=') == std::string::npos &&
         (argument.ends_with(".yaml") || std::filesystem::exists(argument, ignored));
}

Design ParseDesignArguments(const std::vector<std::string>& arguments,
                            const std::vector<std::string>& format_files, Form default_form) {
  DesignFile read;
  read.design.where.file = kCommandLine;
  const bool has_file = !arguments.empty() && NamesFile(arguments[0]);
  if (has_file) read = ReadDesignFile(arguments[0]);
  std::vector<std::string> files = format_files;
  for (const std::string& argument : std::span(arguments).subspan(has_file ? 1 : 0)) {
    ReadArgument(argument, read.design, files);
  }
  for (const std::string& file : files) AddFormatFile(file, read.formats);
  SetDefaultForm(default_form, read.design.text);
  return ParsePlaced(read.design, read.formats);
}

}  // namespace macroscope
