#include "sim/config/config_error.h"

namespace macroscope {
namespace {

std::string Text(const Where& where, const std::string& message) {
  std::string text = where.file;
  if (where.line > 0) text.append(":").append(std::to_string(where.line));
  text += ": ";
  if (!where.key.empty()) text += where.key + ": ";
  return text + message;
}

}  // namespace

ConfigError::ConfigError(const Where& where, const std::string& message)
    : std::runtime_error(Text(where, message)), where_(where) {}

}  // namespace macroscope
