#include "sim/netlist/merged_liberty.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "sim/base/build_error.h"
#include "sim/netlist/liberty_number.h"

namespace macroscope {
namespace {

// What tables mean depends on these; where a file is silent Liberty has a default.
constexpr std::pair<const char*, double> kThresholds[] = {
    {"input_threshold_pct_rise", 50},      {"input_threshold_pct_fall", 50},
    {"output_threshold_pct_rise", 50},     {"output_threshold_pct_fall", 50},
    {"slew_lower_threshold_pct_rise", 20}, {"slew_lower_threshold_pct_fall", 20},
    {"slew_upper_threshold_pct_rise", 80}, {"slew_upper_threshold_pct_fall", 80},
    {"slew_derate_from_library", 1}};

double NumberOr(const LibertyGroup& group, const char* attribute, double otherwise) {
  double number = 0;
  std::string_view rest;
  return SplitLibertyNumber(group.Value(attribute), number, rest) ? number : otherwise;
}

void CheckAgreement(const Library& first, const Library& other) {
  const auto check = [&](std::string_view what, double left, double right, std::string_view unit) {
    // "1ps" and "0.001ns" are the same, but for rounding.
    if (std::abs(left - right) <= 1e-9 * std::abs(left)) return;
    throw BuildError(fmt::format(
        "{} and {}: {} is {:.6g}{} in the one and {:.6g}{} in the other; files of one library must "
        "agree",
        first.file().path().string(), other.file().path().string(), what, left, unit, right, unit));
  };
  check("time_unit", first.time_unit_ps(), other.time_unit_ps(), " ps");
  check("capacitive_load_unit", first.capacitance_unit_ff(), other.capacitance_unit_ff(), " fF");
  check("leakage_power_unit", first.leakage_unit_nw(), other.leakage_unit_nw(), " nW");
  check("the unit of energy (voltage_unit squared times capacitive_load_unit)",
        first.energy_unit_fj(), other.energy_unit_fj(), " fJ");
  check("nom_voltage", first.nominal_voltage_v(), other.nominal_voltage_v(), " V");
  for (const auto& [name, otherwise] : kThresholds) {
    check(name, NumberOr(first.file().library(), name, otherwise),
          NumberOr(other.file().library(), name, otherwise), "");
  }
}

bool IsTemplate(const LibertyGroup& group) { return group.type.ends_with("_template"); }

std::string WithoutSpaces(std::string_view text) {
  std::string dense;
  std::ranges::copy_if(text, std::back_inserter(dense), [](unsigned char c) {
    return std::isspace(c) == 0 && c != '\\' && c != ';';
  });
  return dense;
}

using Renames = std::map<std::string_view, std::string>;

// The group's text with its references to templates, and its own name if it is one, renamed.
void AppendRenamed(const LibertyGroup& group, const Renames& renames, std::string& out) {
  std::vector<std::pair<std::string_view, const std::string*>> places;
  const auto collect = [&](const LibertyGroup& part, const auto& self) -> void {
    const bool refers = part.arguments.size() == 1 && part.type != "pin" && part.type != "cell";
    const auto renamed = refers ? renames.find(part.arguments[0]) : renames.end();
    if (renamed != renames.end()) places.emplace_back(part.arguments[0], &renamed->second);
    for (const LibertyGroup& inner : part.groups) self(inner, self);
  };
  collect(group, collect);
  const char* from = group.text.data();
  for (const auto& [place, name] : places) {
    out.append(from, place.data()).append(*name);
    from = place.data() + place.size();
  }
  out.append(from, group.text.data() + group.text.size()).append("\n");
}

class Merger {
 public:
  explicit Merger(const std::vector<std::string>& dont_use) : dont_use_(dont_use) {}

  std::string Merge(const std::vector<std::unique_ptr<Library>>& libraries) {
    const Library& first = *libraries[0];
    Note(first);
    std::string text = WithoutCells(first, dont_use_);
    const std::string_view whole = first.file().text();
    const std::string_view library = first.file().library().text;
    // Up to the library's closing brace.
    text.resize(text.size() - static_cast<std::size_t>(whole.end() - library.end()) - 1);
    for (std::size_t i = 1; i < libraries.size(); ++i) {
      CheckAgreement(first, *libraries[i]);
      Add(*libraries[i], fmt::format("_{}", i), text);
      Note(*libraries[i]);
    }
    return text + "}\n";
  }

 private:
  void Note(const Library& library) {
    for (const auto& [name, cell] : library.cells()) {
      const auto [known, is_new] = cells_.emplace(name, &library);
      if (is_new) continue;
      throw BuildError(fmt::format("{}:{}: cell `{}` is there twice; {} has it already",
                                   library.file().path().string(), cell.group->line, name,
                                   known->second->file().path().string()));
    }
    for (const LibertyGroup& group : library.file().library().groups) {
      if (IsTemplate(group)) templates_[group.Name()].insert(WithoutSpaces(group.text));
    }
  }

  void Add(const Library& library, const std::string& suffix, std::string& text) const {
    Renames renames;
    for (const LibertyGroup& group : library.file().library().groups) {
      if (!IsTemplate(group)) continue;
      const auto known = templates_.find(group.Name());
      if (known != templates_.end() && !known->second.contains(WithoutSpaces(group.text))) {
        renames[group.Name()] = std::string(group.Name()) + suffix;
      }
    }
    for (const LibertyGroup& group : library.file().library().groups) {
      const bool is_known =
          IsTemplate(group) && templates_.contains(group.Name()) && !renames.contains(group.Name());
      const bool is_kept =
          group.type == "cell" && std::ranges::none_of(dont_use_, [&](auto& glob) {
            return fnmatch(glob.c_str(), std::string(group.Name()).c_str(), 0) == 0;
          });
      if (is_kept || (IsTemplate(group) && !is_known)) AppendRenamed(group, renames, text);
    }
  }

  const std::vector<std::string>& dont_use_;
  std::map<std::string, const Library*, std::less<>> cells_;
  std::map<std::string_view, std::set<std::string>> templates_;  // Name -> what it is defined as.
};

}  // namespace

std::string MergedText(const std::vector<std::unique_ptr<Library>>& libraries,
                       const std::vector<std::string>& dont_use) {
  return Merger(dont_use).Merge(libraries);
}

}  // namespace macroscope
