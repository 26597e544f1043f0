#include "models/formats/catalogue.h"

#include <algorithm>
#include <optional>
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
  if (!catalogue.Contains(name) && !catalogue.ContainsAlternative(name) &&
      !catalogue.ContainsBlock(name)) {
    return;
  }
  throw std::invalid_argument("format '" + name + "' exists already; give it another name");
}

std::optional<Format> FindIn(const std::vector<Format>& rows, std::string_view name,
                             bool alternative) {
  if (const Format* row = Row(rows, name)) return *row;
  auto by_rule = FormatByRule(name);
  if (by_rule && by_rule->is_alternative() != alternative) by_rule.reset();
  return by_rule;
}

std::string Names(const std::vector<Format>& formats) {
  std::string names;
  for (const Format& format : formats) names += " " + format.name;
  return names;
}

}  // namespace

Catalogue::Catalogue()
    : formats_(BuiltInFormats()),
      alternatives_(BuiltInAlternatives()),
      blocks_(BuiltInBlocks(*this)) {}

Format Catalogue::Find(std::string_view name) const {
  if (auto format = FindIn(formats_, name, /*alternative=*/false)) return *std::move(format);
  if (const auto other = FindIn(alternatives_, name, /*alternative=*/true)) {
    throw std::invalid_argument("'" + other->name + "' is of family " + FamilyText(other->family) +
                                ", and integers and floating formats alone can stand here, as "
                                "int8, q4.4 or fp8_e4m3");
  }
  if (const BlockFormat* block = Row(blocks_, name)) {
    throw std::invalid_argument(
        "'" + block->name + "' is a format of blocks, which block_dot takes; other units take " +
        "their elements: " + block->element.name);
  }
  throw std::invalid_argument("unknown format '" + std::string(name) + "'; there are" +
                              Names(formats_) + ", and by rule " + std::string(kNameRules));
}

bool Catalogue::Contains(std::string_view name) const {
  return FindIn(formats_, name, /*alternative=*/false).has_value();
}

Format Catalogue::FindAlternative(std::string_view name) const {
  if (auto format = FindIn(alternatives_, name, /*alternative=*/true)) return *std::move(format);
  throw std::invalid_argument("unknown format '" + std::string(name) + "'; there are" +
                              Names(alternatives_) + ", and by rule " +
                              std::string(kAlternativeNameRules));
}

bool Catalogue::ContainsAlternative(std::string_view name) const {
  return FindIn(alternatives_, name, /*alternative=*/true).has_value();
}

Format Catalogue::FindAny(std::string_view name) const {
  if (ContainsAlternative(name)) return FindAlternative(name);
  if (Contains(name) || ContainsBlock(name)) return Find(name);
  throw std::invalid_argument("unknown format '" + std::string(name) + "'; there are" +
                              Names(formats_) + Names(alternatives_) + ", and by rule " +
                              std::string(kNameRules) + ", " + std::string(kAlternativeNameRules));
}

void Catalogue::Add(Format format) {
  Validate(format);
  CheckFree(*this, format.name);
  if (IsReserved(format.name)) {
    throw std::invalid_argument("format '" + format.name +
                                "': such a name means an accumulator; choose one that starts "
                                "neither with 'fixed' nor with 'int' and a number");
  }
  (format.is_alternative() ? alternatives_ : formats_).push_back(std::move(format));
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
