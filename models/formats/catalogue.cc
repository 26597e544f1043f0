#include "models/formats/catalogue.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/formats/built_in.h"
#include "models/formats/name_rules.h"

namespace macroscope {
namespace {

const Format* Row(const std::vector<Format>& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, &Format::name);
  return row == rows.end() ? nullptr : &*row;
}

// Names that an accumulator's text means otherwise: fixed+12, fixed48, int48.
bool IsReserved(std::string_view name) {
  if (name.starts_with("fixed")) return true;
  return name.starts_with("int") && name.size() > 3 &&
         name.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

}  // namespace

Catalogue::Catalogue() : formats_(BuiltInFormats()) {}

Format Catalogue::Find(std::string_view name) const {
  if (const Format* row = Row(formats_, name)) return *row;
  if (const auto by_rule = FormatByRule(name)) return *by_rule;
  std::string message = "unknown format '" + std::string(name) + "'; there are";
  for (const Format& format : formats_) message += " " + format.name;
  throw std::invalid_argument(message + ", and by rule " + std::string(kNameRules));
}

bool Catalogue::Contains(std::string_view name) const {
  return Row(formats_, name) != nullptr || FormatByRule(name).has_value();
}

void Catalogue::Add(Format format) {
  Validate(format);
  if (Contains(format.name)) {
    throw std::invalid_argument("format '" + format.name +
                                "' exists already; give it another name");
  }
  if (IsReserved(format.name)) {
    throw std::invalid_argument("format '" + format.name +
                                "': such a name means an accumulator; choose one that starts "
                                "neither with 'fixed' nor with 'int' and a number");
  }
  formats_.push_back(std::move(format));
}

}  // namespace macroscope
