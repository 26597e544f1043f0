#include "sim/config/design_arguments.h"

#include "models/formats/catalogue.h"
#include "sim/config/config_error.h"
#include "sim/config/design_keys.h"
#include "sim/config/format_file.h"
#include "sim/config/suggest.h"

namespace macroscope {
namespace {

[[noreturn]] void Fail(const std::string& key, const std::string& message) {
  throw ConfigError({kCommandLine, 0, key}, message);
}

}  // namespace

Design ParseDesignArguments(const std::vector<std::string>& arguments,
                            const std::vector<std::string>& format_files, Form default_form) {
  std::vector<std::string> known = DesignKeyNames();
  known.push_back("formats");
  DesignText text;
  std::vector<std::string> files = format_files;
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    const std::string key = argument.substr(0, equals);
    if (equals == std::string::npos) {
      Fail(key, "not key=value; the keys are " + Join(known) + DidYouMean(key, known));
    }
    const std::string value = argument.substr(equals + 1);
    if (value.empty()) Fail(key, "empty; expected " + key + "=VALUE");
    if (key == "formats") {
      files.push_back(value);
      continue;
    }
    bool is_known = false;
    for (const DesignKeyInfo& candidate : DesignKeys()) is_known |= candidate.name == key;
    if (!is_known) Fail(key, "unknown key; the keys are " + Join(known) + DidYouMean(key, known));
    std::string& field = DesignField(text, key);
    if (!field.empty()) Fail(key, "given twice, as '" + field + "' and '" + value + "'");
    field = value;
  }
  SetDefaultForm(default_form, text);

  Catalogue catalogue;
  for (const std::string& file : files) AddFormatFile(file, catalogue);
  try {
    return ParseDesign(text, catalogue);
  } catch (const DesignError& error) {
    std::string message = error.what();
    if (message.find("did you mean") == std::string::npos) {
      message += DidYouMeanValue(text, error.key(), catalogue);
    }
    Fail(error.key(), message);
  }
}

}  // namespace macroscope
