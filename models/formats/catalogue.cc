#include "models/formats/catalogue.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/formats/built_in.h"
#include "models/formats/name_rules.h"

namespace macroscope {
namespace {

template <typename T>
const T* Row(const std::vector<T>& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, &T::name);
  return row == rows.end() ? nullptr : &*row;
}

// Names that an accumulator's text means otherwise: fixed+12, fixed48, int48.
bool IsReserved(std::string_view name) {
  if (name.starts_with("fixed")) return true;
  return name.starts_with("int") && name.size() > 3 &&
         name.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

void CheckFree(const Catalogue& catalogue, const std::string& name) {
  if (!catalogue.Contains(name) && !catalogue.ContainsBlock(name)) return;
  throw std::invalid_argument("format '" + name + "' exists already; give it another name");
}

}  // namespace

Catalogue::Catalogue() : formats_(BuiltInFormats()), blocks_(BuiltInBlocks(*this)) {}

Format Catalogue::Find(std::string_view name) const {
  if (const Format* row = Row(formats_, name)) return *row;
  if (const auto by_rule = FormatByRule(name)) return *by_rule;
  if (const BlockFormat* block = Row(blocks_, name)) {
    throw std::invalid_argument(
        "'" + block->name + "' is a format of blocks, which block_dot takes; other units take " +
        "their elements: " + block->element.name);
  }
  std::string message = "unknown format '" + std::string(name) + "'; there are";
  for (const Format& format : formats_) message += " " + format.name;
  throw std::invalid_argument(message + ", and by rule " + std::string(kNameRules));
}

bool Catalogue::Contains(std::string_view name) const {
  return Row(formats_, name) != nullptr || FormatByRule(name).has_value();
}

void Catalogue::Add(Format format) {
  Validate(format);
  CheckFree(*this, format.name);
  if (IsReserved(format.name)) {
    throw std::invalid_argument("format '" + format.name +
                                "': such a name means an accumulator; choose one that starts "
                                "neither with 'fixed' nor with 'int' and a number");
  }
  formats_.push_back(std::move(format));
}

BlockFormat Catalogue::FindBlock(std::string_view name) const {
  if (const BlockFormat* row = Row(blocks_, name)) return *row;
  std::string message = "unknown block format '" + std::string(name) + "'; there are";
  for (const BlockFormat& format : blocks_) message += " " + format.name;
  throw std::invalid_argument(message);
}

bool Catalogue::ContainsBlock(std::string_view name) const { return Row(blocks_, name) != nullptr; }

void Catalogue::AddBlock(BlockFormat format) {
  Validate(format);
  CheckFree(*this, format.name);
  blocks_.push_back(std::move(format));
}

}  // namespace macroscope
